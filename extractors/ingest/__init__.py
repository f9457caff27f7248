"""Many files at once: found, read by processes under limits, stored, told of; on one machine or many."""
