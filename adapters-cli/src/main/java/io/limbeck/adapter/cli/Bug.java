package io.limbeck.adapter.cli;

/** A failure that nobody foresaw. */
record Bug(Throwable failure) {

  String problem() {
    return failure.toString();
  }

  String remedy() {
    return "This is a bug in Limbeck. Please report it with what standard error shows.";
  }
}
