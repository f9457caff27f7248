"""From a file to records.

`EXTRACTOR_VERSION` is stored with every document; a document read by another version is read again.
"""

EXTRACTOR_VERSION = "1"
