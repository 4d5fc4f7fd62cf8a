"""A small pseudo-random generator whose numbers do not depend on the Python version."""

MASK = (1 << 64) - 1


def hash_text(text):
    """64-bit FNV-1a hash of the UTF-8 bytes of a text."""
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


class SplitMix64:
    """SplitMix64 (Steele, Lea, Flood 2014); integers only."""

    def __init__(self, seed):
        self.state = seed & MASK

    @classmethod
    def named(cls, seed, name):
        """An independent stream per name, so that one row's draws never shift another's."""
        return cls((seed * 0x9E3779B97F4A7C15 ^ hash_text(name)) & MASK)

    def next(self):
        """The next 64-bit number."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self.next() % (high - low + 1)

    def chance(self, percent):
        """True in so many cases of a hundred."""
        return self.next() % 100 < percent

    def pick(self, items):
        """One of the items."""
        return items[self.next() % len(items)]
