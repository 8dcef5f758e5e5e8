package io.backorder.model;

import java.util.List;

/**
 * A document as bare texts and numbers, so that a wrong one can be written down too. The fields are
 * those of the scenario format; an empty text stands for what was left out.
 */
public sealed interface Paper {

  /** Returns the kind and the number of the document, which name it among all. */
  String key();

  record Ask(String line, String sku, long quantity, int dueInDays) {}

  record Units(String sku, String location, long quantity) {}

  record Pick(String line, long quantity, String location) {}

  /** What holds for an order; {@code urgency} runs from 0, low, to 3, urgent. */
  record Terms(int urgency, String channel, String customer, Rules rules) {

    public static final Terms STANDARD =
        new Terms(1, "", "", new Rules(Delivery.PARTIAL, Shortage.BACKORDER));
  }

  record Rules(Delivery delivery, Shortage shortage) {}

  enum Delivery {
    PARTIAL,
    COMPLETE_LINE,
    COMPLETE_ORDER
  }

  enum Shortage {
    BACKORDER,
    REFUSE_ORDER,
    ACCEPT_AVAILABLE
  }

  record Place(String order, List<Ask> lines, Terms terms) implements Paper {
    @Override
    public String key() {
      return "PLACE " + order;
    }
  }

  record Hold(String hold, long seconds, List<Ask> lines) implements Paper {
    @Override
    public String key() {
      return "HOLD " + hold;
    }
  }

  record Confirm(String hold, String order, Terms terms) implements Paper {
    @Override
    public String key() {
      return "CONFIRM " + hold;
    }
  }

  record Release(String hold) implements Paper {
    @Override
    public String key() {
      return "RELEASE " + hold;
    }
  }

  record Expire() implements Paper {
    @Override
    public String key() {
      return "EXPIRE";
    }
  }

  /** Goods come, against a supply or, where that is an empty text, against none. */
  record Receive(String number, List<Units> lines, String supply) implements Paper {

    public Receive(String number, List<Units> lines) {
      this(number, lines, "");
    }

    @Override
    public String key() {
      return "RECEIVE " + number;
    }
  }

  record Announce(String supply, Units units, int dueInDays) implements Paper {
    @Override
    public String key() {
      return "ANNOUNCE " + supply;
    }
  }

  /** A supply gets another day and, unless it is zero, another quantity. */
  record Reschedule(String number, String supply, int dueInDays, long quantity) implements Paper {
    @Override
    public String key() {
      return "RESCHEDULE " + number;
    }
  }

  record CloseSupply(String supply) implements Paper {
    @Override
    public String key() {
      return "CLOSE_SUPPLY " + supply;
    }
  }

  record Ship(String number, String order, List<Pick> lines) implements Paper {
    @Override
    public String key() {
      return "SHIP " + number;
    }
  }

  record ShipAll(String number, String order) implements Paper {
    @Override
    public String key() {
      return "SHIP " + number;
    }
  }

  record CancelAll(String number, String order) implements Paper {
    @Override
    public String key() {
      return "CANCEL " + number;
    }
  }

  record CancelLine(String number, String order, String line) implements Paper {
    @Override
    public String key() {
      return "CANCEL " + number;
    }
  }

  record CancelUnits(String number, String order, String line, long quantity) implements Paper {
    @Override
    public String key() {
      return "CANCEL " + number;
    }
  }

  record Change(String number, String order, String line, long quantity) implements Paper {
    @Override
    public String key() {
      return "CHANGE " + number;
    }
  }

  record Return(String number, String order, String line, Units units, Fate fate) implements Paper {
    @Override
    public String key() {
      return "RETURN " + number;
    }
  }

  /** What becomes of goods that came back. */
  enum Fate {
    RESTOCKED,
    WRITTEN_OFF
  }

  record Count(String number, List<Units> lines) implements Paper {
    @Override
    public String key() {
      return "COUNT " + number;
    }
  }

  /** The quantity of the units is the signed difference. */
  record Adjust(String number, Units delta, String reason) implements Paper {
    @Override
    public String key() {
      return "ADJUST " + number;
    }
  }

  record Transfer(String number, Units units, String to) implements Paper {
    @Override
    public String key() {
      return "TRANSFER " + number;
    }
  }
}
