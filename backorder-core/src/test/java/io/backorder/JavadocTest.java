package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import io.backorder.Sources.Declared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that a host sees has a javadoc comment: a first sentence, each parameter, and what comes
 * back. The compiler's own check asks for parameters on compact constructors too, where the record
 * has said them already; so this is checked here.
 */
final class JavadocTest {

  /** The packages of formulas, and the types of other packages that are formulas too. */
  private static final Set<String> FORMULAS = Set.of(
      "economics",
      "lotsizing",
      "network",
      "newsvendor",
      "planning",
      "review",
      "ExponentialSmoothing",
      "statistics",
      "ArrivalRisk",
      "JustInTimeCheck",
      "SourcingCost");

  /** What a host writes down for a formula, and what is common to the laws: there is nothing to derive. */
  private static final Set<String> PLAIN = Set.of(
      "ContinuousDistribution",
      "CycleServiceLevel",
      "DiscreteDistribution",
      "Distribution",
      "RealDistribution",
      "FillRate",
      "InventoryCosts",
      "LeadTime",
      "LotCosts",
      "Numbers",
      "ObservedFill",
      "OrderRule",
      "PeriodCosts",
      "PriceBreaks",
      "Prices",
      "Replenishment",
      "Search",
      "SerialSystem",
      "ServiceNetwork");

  /** A source is told by its year: who, when, and where needed in which chapter. */
  private static final Pattern YEAR = Pattern.compile("\\b(17|18|19|20)\\d\\d\\b");

  @Test
  void everythingPublic_hasACommentThatSaysItAll() {
    assertThat(gaps(Sources.ofTheLibrary())).isEmpty();
  }

  private static List<String> gaps(Sources sources) {
    return sources.types().stream()
        .filter(Declared::isSeen)
        .flatMap(type -> Stream.concat(Stream.of(type), type.members().stream()))
        .filter(each -> each.isSeen() && !isOverriding(each))
        .flatMap(each -> gaps(each).stream().map(gap -> each.name() + ": " + gap))
        .toList();
  }

  private static boolean isOverriding(Declared declared) {
    return declared.tree() instanceof MethodTree && declared.isOverriding();
  }

  private static List<String> gaps(Declared declared) {
    Optional<DocCommentTree> comment =
        Optional.ofNullable(declared.sources().docs().getDocCommentTree(declared.path()));
    if (comment.isEmpty() || comment.orElseThrow().getFirstSentence().isEmpty()) {
      return List.of("no first sentence");
    }
    List<String> gaps = new ArrayList<>();
    List<String> told = told(comment.orElseThrow());
    for (String name : parameters(declared)) {
      if (!told.contains(name)) {
        gaps.add("no @param " + name);
      }
    }
    if (answers(declared) && !has(comment.orElseThrow(), DocTree.Kind.RETURN)) {
      gaps.add("no @return");
    }
    return gaps;
  }

  private static List<String> told(DocCommentTree comment) {
    return comment.getBlockTags().stream()
        .filter(tag -> tag.getKind() == DocTree.Kind.PARAM)
        .map(ParamTree.class::cast)
        .filter(tag -> !tag.getDescription().isEmpty())
        .map(tag ->
            tag.isTypeParameter() ? "<" + tag.getName() + ">" : tag.getName().toString())
        .toList();
  }

  private static boolean has(DocCommentTree comment, DocTree.Kind kind) {
    return comment.getBlockTags().stream().anyMatch(tag -> tag.getKind() == kind);
  }

  /** Parameters, type parameters and components; a compact constructor has none of its own. */
  private static List<String> parameters(Declared declared) {
    List<String> names = new ArrayList<>();
    if (declared.tree() instanceof MethodTree method) {
      method.getTypeParameters().forEach(each -> names.add(inBrackets(each)));
      if (!declared.isCompact()) {
        method.getParameters().forEach(each -> names.add(each.getName().toString()));
      }
    } else if (!(declared.tree() instanceof VariableTree)) {
      declared.type().getTypeParameters().forEach(each -> names.add(inBrackets(each)));
      if (declared.tree().getKind() == Tree.Kind.RECORD) {
        names.addAll(declared.components());
      }
    }
    return names;
  }

  private static String inBrackets(TypeParameterTree parameter) {
    return "<" + parameter.getName() + ">";
  }

  private static boolean answers(Declared declared) {
    return declared.tree() instanceof MethodTree method
        && !declared.isConstructor()
        && !(method.getReturnType() instanceof PrimitiveTypeTree type
            && type.getPrimitiveTypeKind() == TypeKind.VOID);
  }

  @Test
  void formulas_all_nameTheirSource() {
    List<String> missing = Sources.ofTheLibrary().types().stream()
        .filter(JavadocTest::isOfFormulas)
        .filter(type -> !PLAIN.contains(type.name()))
        .flatMap(type -> withoutSource(type).stream())
        .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void plainTypes_all_wouldOtherwiseNeedASource() {
    assertThat(Sources.ofTheLibrary().types().stream()
            .filter(JavadocTest::isOfFormulas)
            .filter(type -> !withoutSource(type).isEmpty())
            .map(Declared::name))
        .containsExactlyInAnyOrderElementsOf(PLAIN);
  }

  private static boolean isOfFormulas(Declared type) {
    String folder = String.valueOf(type.file().getPackageName()).replaceAll(".*\\.", "");
    return type.isSeen()
        && !type.name().contains(".")
        && (FORMULAS.contains(folder) || FORMULAS.contains(type.name()));
  }

  /** The type, or those of its factories, that name no source; the comment of a type holds for them all. */
  private static List<String> withoutSource(Declared type) {
    if (hasSource(type)) {
      return List.of();
    }
    List<Declared> factories = type.methods().stream()
        .filter(method -> method.isSeen() && method.modifiers().contains(Modifier.STATIC))
        .toList();
    return factories.isEmpty()
        ? List.of(type.name())
        : factories.stream()
            .filter(each -> !hasSource(each))
            .map(Declared::name)
            .toList();
  }

  private static boolean hasSource(Declared declared) {
    DocCommentTree comment = declared.sources().docs().getDocCommentTree(declared.path());
    return comment != null && YEAR.matcher(comment.getFullBody().toString()).find();
  }

  @Test
  void packages_all_haveAComment() {
    Sources sources = Sources.ofTheLibrary();
    assertThat(sources.files().stream().filter(file -> file.getPackage() != null))
        .filteredOn(file -> file.getSourceFile().getName().endsWith("package-info.java"))
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(file -> assertThat(Sources.text(file)).startsWith("/**\n * "));
  }

  @Test
  void gapsOfEveryKind_areFound(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Bad.java");
    Files.writeString(file, """
        public interface Bad {
          /** Has no tags. */
          int told(int told);
          void mute();
          /**
           * Says nothing of a parameter.
           *
           * @param told
           */
          <T> void half(T told);
          /** Three parts. @param one the first */
          record Parts(int one, int two) {
            public static final int MOST = 3;
            public Parts {}
            @Override public String toString() { return "parts"; }
            private void hidden() {}
          }
          /** Kinds. */
          enum Kind { ONE }
        }
        """);

    assertThat(gaps(Sources.parse(List.of(file))))
        .containsExactlyInAnyOrder(
            "Bad: no first sentence",
            "Bad.told: no @param told",
            "Bad.told: no @return",
            "Bad.mute: no first sentence",
            "Bad.half: no @param <T>",
            "Bad.half: no @param told",
            "Bad.Parts: no @param one",
            "Bad.Parts: no @param two",
            "Bad.Parts.MOST: no first sentence",
            "Bad.Parts.<init>: no first sentence",
            "Bad.Kind.ONE: no first sentence");
  }
}
