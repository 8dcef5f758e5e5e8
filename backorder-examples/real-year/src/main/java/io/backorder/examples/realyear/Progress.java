package io.backorder.examples.realyear;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a task has come: a bar on a terminal, and nothing where there is none. */
final class Progress implements AutoCloseable {

  private final Optional<ProgressBar> bar;

  private Progress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /** Returns the progress of a task of so many steps, on the terminal that the program runs in. */
  static Progress of(String task, int steps) {
    return onTerminal() ? shown(task, steps) : silent();
  }

  @SuppressWarnings("SystemConsoleNull") // the newer question is asked, too
  private static boolean onTerminal() {
    Console console = System.console();
    return console != null && isTerminal(console);
  }

  /** JDK 22 gives a console to a pipe, too, and has a method that tells; JDK 17 has not. */
  private static boolean isTerminal(Console console) {
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Returns a progress that is not shown. */
  static Progress silent() {
    return new Progress(Optional.empty());
  }

  private static Progress shown(String task, int steps) {
    return new Progress(Optional.of(new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(steps)
        .setUnit(" days", 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .build()));
  }

  /** Tells how many steps are done. */
  void at(int done) {
    bar.ifPresent(shown -> shown.stepTo(done));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
