"""Models in free MPS as `allocate export` writes them: every number whole, so that every check here is exact."""

import math
from array import array


class Model:
    """A model to be minimised; rows and columns are numbered from 0 in the order of the file.

    Entries lie column by column: those of column j are number `starts[j]` up to `starts[j + 1]` of `entry_rows` and
    `entry_values`. A bound of a row is None where there is none.
    """

    def __init__(self, path):
        self.row_names, self.row_lower, self.row_upper = [], [], []
        self.column_names, self.lower, self.upper = [], array("q"), array("q")
        self.starts, self.entry_rows, self.entry_values = array("q"), array("i"), array("q")
        self.objective = {}
        self.constant = 0
        self._senses, self._row_number, self._column_number, self._free = [], {}, {}, set()
        readers = {"ROWS": self._row, "COLUMNS": self._column, "RHS": self._side, "RANGES": self._range, "BOUNDS": self._bound}
        section = None
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                words = line.split()
                if not line.startswith(" "):
                    section = words[0] if words else section
                elif section in readers:
                    readers[section](words)
        self.starts.append(len(self.entry_rows))
        del self._senses, self._row_number, self._column_number, self._free

    # Reading, one line at a time.

    def _row(self, words):
        sense, name = words
        if sense == "N":
            self._free.add(name)
            return
        self._row_number[name] = len(self.row_names)
        self.row_names.append(name)
        self._senses.append(sense)
        self.row_lower.append(None if sense == "L" else 0)
        self.row_upper.append(None if sense == "G" else 0)

    def _column(self, words):
        if "'MARKER'" in words:
            return
        if not self.column_names or words[0] != self.column_names[-1]:
            self._column_number[words[0]] = len(self.column_names)
            self.column_names.append(words[0])
            self.starts.append(len(self.entry_rows))
            self.lower.append(0)
            self.upper.append(1)
        for row, value in zip(words[1::2], words[2::2]):
            if row in self._free:
                if int(value):
                    self.objective[len(self.column_names) - 1] = int(value)
            else:
                self.entry_rows.append(self._row_number[row])
                self.entry_values.append(int(value))

    def _side(self, words):
        for name, value in zip(words[1::2], words[2::2]):
            if name in self._free:
                self.constant = -int(value)
                continue
            number = self._row_number[name]
            if self._senses[number] != "L":
                self.row_lower[number] = int(value)
            if self._senses[number] != "G":
                self.row_upper[number] = int(value)

    def _range(self, words):
        for name, value in zip(words[1::2], words[2::2]):
            number = self._row_number[name]
            if self._senses[number] == "L":
                self.row_lower[number] = self.row_upper[number] - abs(int(value))
            elif self._senses[number] == "G":
                self.row_upper[number] = self.row_lower[number] + abs(int(value))

    def _bound(self, words):
        kind, _, name, value = words
        (self.lower if kind == "LO" else self.upper)[self._column_number[name]] = int(value)

    # What is asked of a model.

    def grain(self):
        """Greatest common divisor of the objective's coefficients: the objective takes its multiples only."""
        return math.gcd(*self.objective.values()) or 1

    def value(self, point):
        """The objective at a point, one whole number a column."""
        return self.constant + sum(value * point[column] for column, value in self.objective.items())

    def broken(self, point):
        """Names of the rows and columns whose bounds a whole-number point does not keep."""
        activity = [0] * len(self.row_names)
        for column, amount in enumerate(point):
            if amount:
                for entry in range(self.starts[column], self.starts[column + 1]):
                    activity[self.entry_rows[entry]] += self.entry_values[entry] * amount
        names = [
            name for name, low, here, high in zip(self.row_names, self.row_lower, activity, self.row_upper)
            if (low is not None and here < low) or (high is not None and here > high)
        ]
        return names + [
            name for name, low, here, high in zip(self.column_names, self.lower, point, self.upper) if not low <= here <= high
        ]

    def row_entries(self):
        """The same entries row by row: starts, columns, values."""
        starts = array("q", [0]) * (len(self.row_names) + 1)
        for row in self.entry_rows:
            starts[row + 1] += 1
        for row in range(len(self.row_names)):
            starts[row + 1] += starts[row]
        place = array("q", starts)
        columns, values = array("i", self.entry_rows), array("q", self.entry_values)
        for column in range(len(self.column_names)):
            for entry in range(self.starts[column], self.starts[column + 1]):
                row = self.entry_rows[entry]
                columns[place[row]], values[place[row]] = column, self.entry_values[entry]
                place[row] += 1
        return starts, columns, values
