package io.backorder.examples.existingshop;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails to customers, kept until somebody fetches them. */
@Component
public class Mailbox {

  private final JdbcClient jdbc;

  /**
   * Makes the mailbox.
   *
   * @param jdbc the database
   */
  public Mailbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a mail, in a transaction of its own, so that it can be called when another has just ended.
   *
   * @param order the order that it is about
   * @param text what it says
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void send(String order, String text) {
    jdbc.sql("INSERT INTO mail (order_number, text) VALUES (?, ?)")
        .params(order, text)
        .update();
  }

  /**
   * Returns the mails.
   *
   * @return their texts, oldest first
   */
  public List<String> mails() {
    String mails = "SELECT order_number || ': ' || text FROM mail ORDER BY id";
    return jdbc.sql(mails)
        .query((row, number) -> requireNonNull(row.getString(1), "mail"))
        .list();
  }
}
