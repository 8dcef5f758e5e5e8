package io.backorder.storefront;

import io.backorder.demand.CustomerId;
import java.util.List;

/**
 * Sends notices to customers: a mail, a message, an entry in an account.
 *
 * <p>A listener is called on the thread that calls {@link NoticeDesk#deliver}, with no lock held. If it throws,
 * the notices are kept and handed over again on the next call; so it may be given a notice twice and should
 * remember the {@link Notice.Id}s that it has sent.
 */
@FunctionalInterface
public interface NoticeListener {

  /** Does nothing. */
  NoticeListener NONE = (customer, notices) -> {
    // nobody wants to know
  };

  /**
   * Called with all notices that are due for one customer.
   *
   * @param customer the customer
   * @param notices the notices, at least one, in the order of what happened
   */
  void onNotices(CustomerId customer, List<Notice> notices);
}
