"""Writes the published JSON Schema: `python -m habeas.publish.schema > docs/casebook.schema.json`."""

import sys

from habeas.publish.casebook import schema

if __name__ == "__main__":
    sys.stdout.buffer.write(schema())
