"""One command a file, each with a click command named ``command``; ``callsigns.cli`` imports it when it is called."""
