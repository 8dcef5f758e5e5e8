package io.backorder.examples.realyear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The year as one HTML page that needs nothing beside it. */
final class Report {

  private static final String STYLE = """
      :root{color-scheme:light}
      body{font:16px/1.5 system-ui,sans-serif;color:#1c2430;background:#f4f5f7;margin:0}
      main{max-width:60rem;margin:0 auto;padding:1rem}
      h1{font-size:1.6rem;line-height:1.2;margin:.5rem 0}
      h2{font-size:1.2rem;margin:0 0 .5rem}
      h3{font-size:1rem;margin:0 0 .5rem}
      section,figure{background:#fff;border:1px solid #dde1e7;border-radius:.5rem;margin:1rem 0;padding:1rem}
      .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;padding:0;
        background:none;border:0}
      .card{background:#fff;border:1px solid #dde1e7;border-radius:.5rem;padding:.75rem}
      .card b{display:block;font-size:1.5rem;line-height:1.2}
      .card span{color:#56606e;font-size:.875rem}
      .wide{overflow-x:auto}
      table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
      th,td{padding:.3rem .6rem;text-align:right;border-bottom:1px solid #e6e9ee;white-space:nowrap}
      th:first-child,td:first-child,.words td:nth-child(2),.words th:nth-child(2){text-align:left}
      figure{padding:.5rem}
      figure svg{display:block;width:100%;max-width:50rem;min-width:22rem;height:auto;margin:0 auto}
      section figure{border:0;padding:0}
      .note{color:#56606e}
      .bad{color:#a3172b;font-weight:bold}
      """;

  private final RetailYear year;
  private final OrderUpToRule rule;
  private final List<YearResult> results;
  private final List<PlanResult> plans = new ArrayList<>();
  private final List<WarehouseResult> warehouses = new ArrayList<>();
  private final StringBuilder html = new StringBuilder();
  private final List<MoneyResult> moneys = new ArrayList<>();

  Report(RetailYear year, OrderUpToRule rule, List<YearResult> results) {
    this.year = year;
    this.rule = rule;
    this.results = List.copyOf(results);
  }

  /** Adds what planning came to. */
  void add(PlanResult plan) {
    plans.add(plan);
  }

  /** Adds how the busiest day was picked. */
  void add(WarehouseResult warehouse) {
    warehouses.add(warehouse);
  }

  /** Adds what the year's customers paid. */
  void add(MoneyResult money) {
    moneys.add(money);
  }

  /** Returns the page. */
  String html() {
    html.setLength(0);
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        .append("<title>")
        .append(escape(year.about().title()))
        .append("</title>\n")
        .append("<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n");
    head();
    Figures figures = new Figures(year, results);
    table(figures.comparison());
    charts();
    moneys.forEach(this::money);
    table(figures.waits());
    table(figures.worst());
    table(figures.units());
    table(figures.reversals());
    warehouses.forEach(this::warehouse);
    plans.forEach(this::plan);
    notes();
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void head() {
    html.append("<h1>").append(escape(year.about().title())).append("</h1>\n");
    paragraph(
        "",
        "%s to %s, replayed through an inventory in memory. Headline figures: %s."
            .formatted(year.opens(), year.closes(), first().policy().words()));
    Service service = first().total();
    html.append("<section class=\"cards\">\n");
    card(Figures.percent(service.orderFill()), "of orders complete at once");
    card(Figures.percent(service.unitFill()), "of units from the shelf");
    card(Figures.whole(service.backorderedUnits()), "units backordered");
    card(Figures.days(service.meanWait()), "mean wait of a late unit");
    card(service.longestWait() + " d", "longest wait");
    card(Figures.whole(Math.round(first().meanStock())), "units in stock on average");
    html.append("</section>\n");
  }

  private YearResult first() {
    return results.get(0);
  }

  private void card(String figure, String words) {
    html.append("<div class=\"card\"><b>")
        .append(escape(figure))
        .append("</b><span>")
        .append(escape(words))
        .append("</span></div>\n");
  }

  private void paragraph(String style, String text) {
    html.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
        .append(escape(text))
        .append("</p>\n");
  }

  private void table(FigureTable table) {
    html.append("<section>\n");
    heading("h2", table.title());
    grid(table);
    html.append("</section>\n");
  }

  private void heading(String tag, String title) {
    html.append('<')
        .append(tag)
        .append('>')
        .append(escape(title))
        .append("</")
        .append(tag)
        .append(">\n");
  }

  private void grid(FigureTable table) {
    boolean words = table.header().get(1).equals("name");
    html.append("<div class=\"wide\">")
        .append(words ? "<table class=\"words\">" : "<table>")
        .append("\n<thead>");
    row("th", table.header());
    html.append("</thead>\n<tbody>\n");
    table.rows().forEach(row -> row("td", row));
    html.append("</tbody>\n</table></div>\n");
  }

  private void row(String tag, List<String> cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append('<')
          .append(tag)
          .append('>')
          .append(escape(cell))
          .append("</")
          .append(tag)
          .append('>');
    }
    html.append("</tr>\n");
  }

  private void charts() {
    Optional<String> obstacle = Charts.obstacle();
    if (obstacle.isPresent()) {
      paragraph(
          "bad",
          "The charts are left out, since Java finds no font on this machine ("
              + obstacle.orElseThrow() + "). Install fontconfig and any font, such as DejaVu.");
      return;
    }
    for (String svg : new Charts(year, results).svgs()) {
      figure(svg);
    }
  }

  private void figure(String svg) {
    html.append("<figure class=\"wide\">\n").append(svg).append("\n</figure>\n");
  }

  private void warehouse(WarehouseResult warehouse) {
    chapter("Warehouse", warehouse.table());
    if (Charts.obstacle().isEmpty()) {
      figure(Charts.warehouse(warehouse));
    }
    paragraph("note", warehouse.words());
    html.append("</section>\n");
  }

  /** Begins a section of its own, which begins with a table. */
  private void chapter(String title, FigureTable table) {
    html.append("<section>\n");
    heading("h2", title);
    heading("h3", table.title());
    grid(table);
  }

  private void money(MoneyResult money) {
    chapter("Money", money.table());
    if (Charts.obstacle().isEmpty()) {
      figure(MoneyCharts.deferred(money));
    }
    paragraph(money.isSound() ? "note" : "bad", money.words());
    html.append("</section>\n");
  }

  private void plan(PlanResult plan) {
    table(plan.comparison());
    table(plan.choices());
    plan.verdicts().forEach(verdict -> paragraph("note", verdict));
  }

  private void notes() {
    html.append("<section>\n<h2>How it was done</h2>\n<ul>\n");
    note("Source: " + year.about().source());
    year.about().remarks().forEach(this::note);
    note("Stock: " + rule
        + ", where m and s are the mean and the sample deviation of the units ordered"
        + " a day over the last %d days. A purchase arrives in the morning, L days after its review."
            .formatted(OrderUpToRule.WINDOW));
    note("A unit, line or order is filled if it is reserved whole when the order is placed. What is"
        + " reserved leaves the house in the evening; a wait is the days from order to shipment.");
    note(
        "Priority: an order is HIGH if its customer ordered at least %d times before in the data, NORMAL"
                .formatted(CustomerClass.MANY)
            + " from the second order on, LOW for a first order or without a customer's number.");
    note("The policy does not change what is filled at once, since a new order gets only units that"
        + " nobody waits for; it changes who of those who wait is served first.");
    note(
        "What is given back is matched with the latest sales of the same item to the same customer (or of"
            + " the order that a return names): what is open is cancelled, what was shipped is returned. Units"
            + " without such a sale are put on the shelf as a correction.");
    note("A stock correction below what the replayed shelf holds takes what is there.");
    if (!plans.isEmpty()) {
      note(
          "Planning: each shelf is played alone, units ordered against units that arrive, on the days of the"
              + " first half under every candidate; what is cheapest, for the item alone or for all items of its kind (how demand comes, and how much), is kept if a unit on the shelf costs 1 a day and"
              + " a unit that waits as much as makes the service level of z the best. Fewer than three days with demand choose nothing. Levels follow the latest"
              + " days in both halves. On the second half the textbook's z alone is set, so that its stock is that"
              + " of the chosen policies.");
    }
    for (YearResult result : results) {
      note(verified(result));
    }
    html.append("</ul>\n</section>\n");
  }

  private static String verified(YearResult result) {
    var answer = result.closing().verification();
    return "%s: %s ledger entries were recomputed; %s"
        .formatted(
            result.policy().words(),
            Figures.whole(answer.entries()),
            answer.firstDifference().map(it -> "NOT sound, " + it).orElse("the ledger is sound."));
  }

  private void note(String text) {
    html.append("<li>").append(escape(text)).append("</li>\n");
  }

  /** Returns a text as it stands in HTML; a character that HTML does not have becomes U+FFFD. */
  static String escape(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]", "\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
