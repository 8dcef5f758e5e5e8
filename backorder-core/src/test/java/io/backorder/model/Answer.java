package io.backorder.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a document did, or the codes with one of which it may be refused. Several codes stand where a
 * document has several faults, because the text does not say which is named first.
 */
public record Answer(
    Set<String> refusals, List<String> lines, List<String> fills, List<String> events) {

  public static Answer refused(Set<String> codes) {
    return new Answer(new TreeSet<>(codes), List.of(), List.of(), List.of());
  }

  public static Answer done(List<String> lines, List<String> fills, List<String> events) {
    return new Answer(Set.of(), lines, addedUp(fills), addedUp(events));
  }

  public boolean isRefused() {
    return !refusals.isEmpty();
  }

  @Override
  public String toString() {
    return isRefused() ? "refused " + refusals : "%s %s %s".formatted(lines, fills, events);
  }

  /**
   * Brings what is told of one line in a row into one form. The text asks for one event for each
   * place, and leaves open in which order the places come, and whether units of two places in line
   * may share an event.
   */
  private static List<String> addedUp(List<String> told) {
    List<String> result = new ArrayList<>();
    Map<String, Long> places = new TreeMap<>();
    String subject = "";
    for (String text : told) {
      String[] words = text.split(" ", -1);
      String next = words.length == 4 ? words[0] + " " + words[1] : text;
      if (!next.equals(subject)) {
        flush(subject, places, result);
        subject = next;
      }
      if (words.length == 4) {
        places.merge(words[3], Long.parseLong(words[2]), Math::addExact);
      } else {
        result.add(text);
      }
    }
    flush(subject, places, result);
    return result;
  }

  private static void flush(String subject, Map<String, Long> places, List<String> result) {
    places.forEach((place, units) -> result.add(subject + " " + units + " " + place));
    places.clear();
  }
}
