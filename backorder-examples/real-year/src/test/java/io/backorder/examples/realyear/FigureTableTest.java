package io.backorder.examples.realyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FigureTableTest {

  @Test
  void lines_figuresOfDifferentLength_standUnderEachOther() {
    FigureTable table = new FigureTable(
        "title",
        List.of("policy", "fcfs", "priority"),
        List.of(List.of("units", "1,234,567", "9"), List.of("unit fill", "50.34 %", "-")));

    assertThat(table.lines())
        .containsExactly(
            "policy          fcfs  priority",
            "------------------------------",
            "units      1,234,567         9",
            "unit fill    50.34 %         -");
  }

  @Test
  void of_rowOfAnotherLength_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FigureTable("title", List.of("a", "b"), List.of(List.of("one"))))
        .withMessage("row must have 2 columns: [one]");
  }

  @Test
  void escape_markupAndControlCharacters_areText() {
    assertThat(Report.escape("<b a=\"1\" c='2'>&\u0000"))
        .isEqualTo("&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;\uFFFD");
  }

  @Test
  void figures_nothingToDivide_areADash() {
    assertThat(Figures.percent(Double.NaN)).isEqualTo("-");
    assertThat(Figures.days(Double.NaN)).isEqualTo("-");
  }
}
