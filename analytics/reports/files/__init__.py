"""The files of a nightly report, kind by kind. Nothing is built before it is asked for."""
