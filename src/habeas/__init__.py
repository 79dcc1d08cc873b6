"""habeas: from a folder of reports to case files in which every statement opens to its quote."""

__version__ = "0.1.0"
FORMAT = "1"
"""Version of the casebook that this program writes."""
