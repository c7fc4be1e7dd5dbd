"""核数: the figures of a text compared with the ledgers, and what contradicts itself in it."""

from pages.parts.checking import begun, checked, given, outcome

seen, version = begun("核数")
if sent := given():
    outcome(checked(seen, version, sent.text), sent)
