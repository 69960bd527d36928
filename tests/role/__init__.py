"""Who speaks, how call signs are used, and where one transmission ends."""
