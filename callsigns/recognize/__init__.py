"""What a line can hold, one folder for each kind of thing, in the order in which ``parser`` asks for them.

``words``, then ``station``, ``callsign``, ``value``, ``partial``, ``spelling``; ``mention`` and ``use`` tell at the end
who is who. The recognizer of a folder is the file that is named like it.

>>> # lufthansa five yankee victor praha radar contact descend level one hundred
>>> # callsign------------------ facility-           value-- -----------------
"""
