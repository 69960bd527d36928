"""The notation of forms, and the bounds that are kept."""
