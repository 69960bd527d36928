"""What strangers, broken transcripts and broken machines may do to the library."""
