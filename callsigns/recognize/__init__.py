"""One file for each kind of thing that a line can hold; ``parser`` calls them in order.

>>> # lufthansa five yankee victor praha radar contact descend level one hundred
>>> # callsign------------------ facility-           value-- -----------------
"""
