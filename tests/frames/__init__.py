"""Tables and engines: what goes through them comes out as the records say. Each test skips without its engine."""
