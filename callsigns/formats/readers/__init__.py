"""One reader a file: ``read(source, column)`` yields utterances as they come; ``formats.registry`` lists them."""
