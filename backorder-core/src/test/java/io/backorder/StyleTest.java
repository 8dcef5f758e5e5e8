package io.backorder;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.backorder.Sources.Declared;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the library reads, measured. An exception that nobody needs any more must go. */
final class StyleTest {

  private static final Sources SOURCES = Sources.ofTheLibrary();

  private static final Set<Tree.Kind> CLOSED_BY_KIND =
      EnumSet.of(Tree.Kind.INTERFACE, Tree.Kind.ENUM, Tree.Kind.RECORD);

  /**
   * Packages of more than twelve public types. There are sixteen kinds of documents, each is a public
   * record, and each lies beside its decision, which nobody outside may see. There are eight laws of
   * chance, four views of them, and two tools that these share with the formulas. The seam to a
   * database is what a work may ask for, the states it sees, and how a store puts these together: who
   * writes a store needs all of it, nobody else any. The ledger is what is written, what is told of it, and
   * what is read off it.
   */
  private static final Set<String> LARGE_PACKAGES = Set.of(
      "io.backorder.ledger",
      "io.backorder.posting",
      "io.backorder.statistics",
      "io.backorder.store");

  /**
   * Files of more than 250 lines of code: one class implements all that a unit of work asks for, the
   * accounts of an item and of a line are each moved, read and restored in one place, and the way in
   * stands with its builder.
   */
  private static final Set<String> LONG_FILES = Set.of(
      "Inventory.java",
      "MemorySession.java",
      "JdbcSession.java",
      "ItemState.java",
      "LineState.java");

  /** Records of more than four components: what one formula answers, side by side. */
  private static final Set<String> LONG_RECORDS = Set.of("ReactivePlan", "ServiceMeasures");

  private static Stream<Declared> methods() {
    return SOURCES.types().stream().flatMap(type -> type.methods().stream());
  }

  private static List<Integer> methodLines() {
    return methods()
        .filter(method -> method.method().getBody() != null)
        .map(Declared::codeLines)
        .sorted()
        .toList();
  }

  private static int quantile(List<Integer> sorted, double share) {
    return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
  }

  @Test
  void methods_areShort() {
    List<Integer> lines = methodLines();

    assertThat(lines).hasSizeGreaterThan(500);
    assertThat(quantile(lines, 0.5)).as("median").isLessThanOrEqualTo(5);
    assertThat(quantile(lines, 0.9)).as("90th percentile").isLessThanOrEqualTo(12);
    assertThat(methods().filter(method -> method.codeLines() > 40).map(Declared::name))
        .isEmpty();
  }

  private static Map<String, Integer> fileLines() {
    Map<String, Integer> lines = new TreeMap<>();
    for (CompilationUnitTree file : SOURCES.files()) {
      String name = file.getSourceFile().getName().replaceAll(".*[/\\\\]", "");
      if (!name.endsWith("-info.java")) {
        lines.put(name, Sources.codeLines(Sources.text(file)));
      }
    }
    return lines;
  }

  @Test
  void files_areShort() {
    Map<String, Integer> lines = fileLines();

    assertThat(quantile(lines.values().stream().sorted().toList(), 0.5))
        .as("median")
        .isLessThanOrEqualTo(60);
    assertThat(lines.entrySet().stream()
            .filter(file -> file.getValue() > 250)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()))
        .isEqualTo(LONG_FILES);
  }

  @Test
  void parameters_areAtMostFour() {
    assertThat(methods()
            .filter(method -> method.method().getParameters().size() > 4)
            .map(Declared::name)
            .filter(name -> !LONG_RECORDS.contains(name.replace(".<init>", ""))))
        .isEmpty();
    assertThat(SOURCES.types().stream()
            .filter(type -> type.tree().getKind() == Tree.Kind.RECORD)
            .filter(type -> type.components().size() > 4)
            .map(Declared::name)
            .collect(Collectors.toSet()))
        .isEqualTo(LONG_RECORDS);
  }

  private static boolean isBoolean(VariableTree variable) {
    return variable.getType() != null && variable.getType().toString().matches("boolean|Boolean");
  }

  @Test
  void parameters_visibleOutsideTheirClass_areNotBoolean() {
    assertThat(methods()
            .filter(method -> !method.isPrivate())
            .filter(
                method -> method.method().getParameters().stream().anyMatch(StyleTest::isBoolean))
            .map(Declared::name))
        .isEmpty();
  }

  @Test
  void methods_visibleOutsideTheirClass_neverReturnNull() {
    assertThat(methods()
            .filter(method -> !method.isPrivate())
            .filter(method -> returnsNull(method.method()))
            .map(Declared::name))
        .isEmpty();
  }

  /** Whether a method itself says {@code return null}; what lambdas and classes in it do is theirs. */
  private static boolean returnsNull(MethodTree method) {
    return Boolean.TRUE.equals(
        new TreeScanner<@Nullable Boolean, @Nullable Void>() {
          @Override
          public Boolean visitReturn(ReturnTree answer, @Nullable Void none) {
            return answer.getExpression() != null
                && answer.getExpression().getKind() == Tree.Kind.NULL_LITERAL;
          }

          @Override
          public Boolean visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void none) {
            return false;
          }

          @Override
          public Boolean visitClass(ClassTree type, @Nullable Void none) {
            return false;
          }

          @Override
          public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        }.scan(method.getBody(), null));
  }

  @Test
  void publicClasses_areFinalOrSealed() {
    assertThat(SOURCES.types().stream()
            .filter(Declared::isSeen)
            .filter(type -> !CLOSED_BY_KIND.contains(type.tree().getKind()))
            .filter(type -> !type.modifiers().contains(Modifier.FINAL)
                && !type.modifiers().contains(Modifier.SEALED))
            .map(Declared::name))
        .isEmpty();
  }

  @Test
  void publicFields_areFinal() {
    assertThat(SOURCES.types().stream()
            .flatMap(type -> type.members().stream())
            .filter(member -> member.tree() instanceof VariableTree && member.isSeen())
            .filter(member -> !member.modifiers().contains(Modifier.FINAL))
            .filter(member -> !isConstantOfInterface(member))
            .map(Declared::name))
        .isEmpty();
  }

  private static boolean isConstantOfInterface(Declared member) {
    return member.path().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
  }

  @Test
  void packages_haveAtMostTwelvePublicTypes() {
    Map<String, List<Declared>> byPackage = SOURCES.types().stream()
        .filter(Declared::isSeen)
        .filter(type -> type.path().getParentPath().getLeaf() instanceof CompilationUnitTree)
        .collect(groupingBy(type -> String.valueOf(type.file().getPackageName())));
    Set<String> large = byPackage.entrySet().stream()
        .filter(each -> each.getValue().size() > 12)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());

    assertThat(large).isEqualTo(LARGE_PACKAGES);
  }
}
