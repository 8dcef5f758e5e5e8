package io.backorder.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.function.Predicate;

/** Makes calls to the database fail: one of them by its number, or every one of a kind. */
final class Fault implements WatchedSource.Watcher {

  /** When a call fails. */
  enum Moment {
    /** It is not done. */
    BEFORE,
    /** It is done, and its answer is lost. */
    AFTER
  }

  /**
   * What a driver says of a failure.
   *
   * @param state the SQLSTATE
   * @param vendor the code of the database
   */
  record Code(String state, int vendor) {

    /** A failure that nobody knows. */
    static final Code STRANGE = new Code("XX000", 0);

    /** A connection that is gone. */
    static final Code GONE = new Code("08006", 0);

    SQLException exception() {
      return state.startsWith("08")
          ? new SQLNonTransientConnectionException("made to fail", state, vendor)
          : new SQLException("made to fail", state, vendor);
    }
  }

  private final Moment moment;
  private final Code code;
  private Predicate<WatchedSource.Call> which = call -> false;
  private int number;
  private int seen;
  private int failed;
  private String last = "";

  Fault(Moment moment, Code code) {
    this.moment = moment;
    this.code = code;
  }

  /** Sees calls and lets them be. */
  static Fault none() {
    return new Fault(Moment.BEFORE, Code.STRANGE);
  }

  /** From now on the call of this number fails, from 1 on. */
  synchronized void arm(int call) {
    number = call;
    seen = 0;
    failed = 0;
    last = "";
  }

  /** From now on every call of a kind fails. */
  synchronized void armAll(Predicate<WatchedSource.Call> calls) {
    which = calls;
    failed = 0;
  }

  /** From now on nothing fails. */
  synchronized void disarm() {
    which = call -> false;
    number = 0;
  }

  synchronized int seen() {
    return seen;
  }

  synchronized int failed() {
    return failed;
  }

  /** The call that failed last. */
  synchronized String last() {
    return last;
  }

  @Override
  public synchronized void before(WatchedSource.Call call) throws SQLException {
    seen++;
    if (moment == Moment.BEFORE) {
      failIfArmed(call);
    }
  }

  @Override
  public synchronized void after(WatchedSource.Call call) throws SQLException {
    if (moment == Moment.AFTER) {
      failIfArmed(call);
    }
  }

  private void failIfArmed(WatchedSource.Call call) throws SQLException {
    if (seen == number || which.test(call)) {
      failed++;
      last = call.toString();
      throw code.exception();
    }
  }
}
