"""Stations on the ground: by their unit, or by their place alone.

>>> # "praha radar, csa five two romeo" -> facility callsign; "Benghazi, good morning" -> facility greeting
"""
