"""The suite: ``house`` keeps the manners of the code base, ``corpus`` holds lines of our own, the rest the parts."""
