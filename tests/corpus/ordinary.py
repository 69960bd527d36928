"""Ordinary English, made from sentences with blanks: numbers, names, dates, prices, scores, addresses, chapters.

``The {noun} costs {number} dollars.`` -> ``The bicycle costs forty two dollars.`` The fillers are drawn with a fixed
seed, so that every run reads the same lines.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["ordinary_lines"]

HERE = Path(__file__).parent
EACH = 20

UNITS = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

FILLERS: dict[str, list[str]] = {
    "small": [*UNITS[1:], *TEENS],
    "number": [*UNITS[1:], *TEENS, *TENS, *(f"{ten} {unit}" for ten in TENS[::3] for unit in UNITS[::2])],
    "joined": [f"{ten}-{unit}" for ten in TENS for unit in UNITS[::3]],
    "hundreds": [f"{unit} hundred" for unit in UNITS] + ["two hundred and fifty", "one hundred and twelve"],
    "figure": [str(n) for n in (2, 3, 4, 5, 7, 9, 11, 12, 14, 18, 21, 27, 34, 42, 56, 73, 88, 99)],
    "big": "1,200; 350; 4,500; 27,000; 612; 905; 1.5 million; 730; 8,848; 120; 240; 747".split("; "),
    "year": "1066, 1492, 1588, 1776, 1815, 1848, 1914, 1939, 1945, 1969, 1984, 1999, 2008, 2017, 2023".split(", "),
    "spoken_year": "nineteen forty five, nineteen eighty four, twenty twenty, eighteen fifteen, two thousand".split(
        ", "
    ),
    "month": "January, February, March, April, May, June, July, August, September, October, November, December".split(
        ", "
    ),
    "day": [str(n) for n in range(1, 31, 3)],
    "weekday": "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday".split(", "),
    "name": (
        "Anna, Mike, Oscar, Charlie, Victor, Juliet, Romeo, Papa, Sierra, Delta, Helen, Peter, Maria, Tom,"
        " Alice, George, Harry, Ruth, Sam, Duke, Colt, Ace, Max, Leo, Grace, Hunter, Chase, Dash, Hawk, Raven,"
        " Star, Dakota, Phoenix, Logan, Jazz"
    ).split(", "),
    "surname": (
        "Brown, Smith, Walker, Carter, Hughes, King, Baker, Wolf, Fox, Eagle, Knight, Bishop, Duke, Lopez,"
        " Novak, Larsen, Rossi, Singh, Ford, Reynolds, Winters, Archer, Mason, Piper, Bell, Beech, Stone,"
        " Brooks"
    ).split(", "),
    "place": (
        "Paris, London, Berlin, Lima, Quebec, India, Delhi, Boston, Phoenix, Sierra Leone, Vienna, Prague,"
        " Geneva, Dublin, Denver, New York, Los Angeles, Hong Kong, the delta, the valley, the west, the old"
        " town, Hartford, Benghazi, Chania"
    ).split(", "),
    "noun": (
        "bicycle, table, lamp, book, ticket, house, uniform, kettle, guitar, horse, bottle of whiskey, kilo"
        " of sugar, golf club, x-ray, hotel room, cup of tea, pair of shoes, tank, radio, boat"
    ).split(", "),
    "animal": (
        "eagle, viper, cobra, falcon, hawk, raven, wolf, tiger, panther, mustang, colt, bronco, mule, bear,"
        " shark, hornet"
    ).split(", "),
    "team": (
        "United, City, Rovers, the Eagles, the Hawks, the Giants, the Raiders, the Broncos, the Mustangs,"
        " Austria, Brazil, the Rockets, National, American, the Falcons, the Jets"
    ).split(", "),
    "score": "2-1; 3-0; 1-1; 21-14; 98-95; 6-4, 7-5; 4 to 2; two nil; three one; five to four".split("; "),
    "company": (
        "Boeing, Airbus, Delta, United, American, Southwest, Lufthansa, Emirates, Ryanair, Swiss, Virgin,"
        " Apple, Ford, Shell, Nestle, Qantas, Turkish Air, Singapore Airlines, Air France, British Airways,"
        " Air Canada, Spirit, Frontier, Cessna"
    ).split(", "),
    "time": "9:15, half past six, noon, 8 a.m., ten to four, a quarter past nine, 16:40, five o'clock".split(", "),
    "price": "$4.99; 12 dollars; two hundred euros; £350; 90 cents; ten thousand pounds; 1.2 billion yen".split("; "),
    "street": "Main Street, Victor Street, Delta Avenue, Hotel Road, Sierra Drive, Park Lane, November Square".split(
        ", "
    ),
    "thing": "chapter, page, verse, section, figure, table, question, exercise, line, appendix, item".split(", "),
    "ordinal": "first, second, third, fourth, fifth, tenth, 21st, 3rd, 45th, last".split(", "),
    "adjective": "cold, old, bright, heavy, clear, final, direct, ready, short, easy, visual, level".split(", "),
    "verb": "crossed, reached, left, held, cleared, followed, passed, approached, contacted, monitored".split(", "),
}

TEMPLATES = """
The {noun} costs {number} dollars, or {price} with the discount.
{name} {surname}, {figure}, was elected in {month} {year} with {figure} percent of the vote.
{team} beat {team} {score} on {weekday} in front of {big} people.
See {thing} {figure} and {thing} {figure} for the details.
{thing} {small} is missing from my copy
we met on the {ordinal} of {month} {year} in {place}
He lives at {figure} {street}, apartment {figure}, with {small} cats.
{name} and {name} {verb} the river at {time}.
{company} shares fell {figure} percent to {price} on {weekday}.
{company} will add {small} routes from {place} next {month}.
{company} ordered {big} aircraft worth {price} in {year}.
the {animal} was {number} feet long and {small} years old
The {animal} {verb} one of the {small} hunters at {time}.
{small} {animal}s and {small} mules were sold for {price}
my {noun} broke {number} days after i bought it
there are {number} pupils in grade {small} and {number} in grade {small}
call me at {time}, or leave a message with {name}
{name} scored {figure} points, {figure} of them in the {ordinal} quarter.
In {month} {year}, {big} soldiers {verb} {place} and {big} came back.
it was a {adjective} night in {month} and the clock struck {small}
The {ordinal} train from {place} arrives at {time} on platform {figure}.
turn left at the {ordinal} light, go {small} blocks, and you will see a {adjective} house
Bus {figure} and tram {figure} stop in front of {street}.
bake for {number} minutes and let it rest for {small} more
mix {small} cups of flour with {small} eggs and {figure} grams of butter
the answer to question {small} is {number}
{number} plus {number} is not {number}
{hundreds} people came and {number} stayed
my father was born in {spoken_year} in {place}
since {spoken_year} the price has risen by {number} percent
{joined} of the {hundreds} seats were empty
The river rose {figure} feet in {small} hours, said {surname}, the mayor of {place}.
"{small} or {small}?" asked {name}. "{small}," said {name}.
Rule {figure} says that {small} players may leave the field.
Article {figure} of the treaty was signed in {place} on {day} {month} {year}.
The {noun} went for {price}, the {noun} for {price}.
Season {figure}, episode {figure} was watched by {big} people.
Channel {figure} will show the game between {team} and {team} at {time}.
Room {figure} is on the {ordinal} floor, next to room {figure}.
Highway {figure} is closed between {place} and {place} until {time}.
The {ordinal} Battalion lost {big} men at {place}.
Version {figure} was released on {month} {day}, {year}.
{name} is {figure}, her brother {name} is {figure}, and the {noun} is older than both.
Gate {figure} opens at {time}; bags over {figure} kilos cost {price}.
i have {small} reasons to stay and {number} to go
{place} has {big} people and {small} hospitals
flights to {place} start at {price} in {month}
the {adjective} wind from the west blew at {number} miles an hour
It took {name} {small} hours and {number} minutes to get to {place}.
for {small} days we {verb} nothing but sand
to {name} i leave {price}, to {name} my {noun}
she ran the mile in four minutes {small}
The dose is {figure} mg {small} times a day for {number} days.
{surname} v. {surname}, {figure} U.S. {big} ({year})
psalm {number} verse {small}
{weekday}, {month} {day}: {small} eggs, bread, milk, {figure} stamps, a {noun}
temperatures of {figure} to {figure} degrees are expected in {place} on {weekday}
the {ordinal} of the {small} volumes appeared in {year}
we need {small} volunteers for {weekday} at {time} please
{name} had a {noun}, {small} sisters and {number} dollars
About {big} of the {big} homes in {place} were damaged.
Turn to {thing} {figure}, please, and read {thing} {small} aloud.
the {company} story began with {small} planes and {number} people
{company} and {company} called off their merger after {number} months
I flew {company} to {place} in {year} and it was {adjective}.
the old {company} building at {figure} {street} was sold for {price}
{weekday} was the {ordinal} day of the strike at {company}
A spokesman for {company} said {number} flights were late on {weekday}.
Our {ordinal} goal is to sell {big} units by {month} {year}.
if {small} men dig {small} holes in {number} minutes how long does one man need
{name} weighs {number} kilos and is {figure} inches tall
he drew the {ordinal} card, a {small} of hearts, and lost {price}
the {ordinal} act has {small} scenes and lasts {number} minutes
Flight {figure} of the stairs is {adjective}, so hold on to the rail.
they paid {price} for {small} nights in a {adjective} hotel in {place}
""".strip().splitlines()


def _filled(template: str, draw: random.Random) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: draw.choice(FILLERS[found[1]]), template)


def ordinary_lines() -> Iterator[str]:
    """Every line of ``ordinary.txt``, then each template several times."""
    yield from (HERE / "ordinary.txt").read_text(encoding="utf-8").splitlines()
    draw = random.Random(8585)
    for template in TEMPLATES:
        yield from sorted({_filled(template, draw) for _ in range(EACH * 2)})[:EACH]
