package io.backorder;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The library's own sources, parsed by the compiler that reads them. */
final class Sources {

  private static final Path ROOT = Path.of("src", "main", "java");
  private static final Set<Tree.Kind> INTERFACES =
      EnumSet.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

  private final DocTrees docs;
  private final List<CompilationUnitTree> files;

  private Sources(DocTrees docs, List<CompilationUnitTree> files) {
    this.docs = docs;
    this.files = files;
  }

  /** Parses every source of the library. */
  static Sources ofTheLibrary() {
    try (Stream<Path> walk = Files.walk(ROOT)) {
      return parse(
          walk.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + ROOT, e);
    }
  }

  /** Parses the given sources. */
  static Sources parse(List<Path> paths) throws IOException {
    JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler(), "compiler");
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      Iterable<? extends JavaFileObject> objects = manager.getJavaFileObjectsFromPaths(paths);
      JavacTask task =
          (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, objects);
      List<CompilationUnitTree> files = new ArrayList<>();
      task.parse().forEach(files::add);
      return new Sources(DocTrees.instance(task), files);
    }
  }

  List<CompilationUnitTree> files() {
    return files;
  }

  DocTrees docs() {
    return docs;
  }

  /** The types that are declared in files and in other types; those inside methods are left out. */
  List<Declared> types() {
    List<Declared> found = new ArrayList<>();
    for (CompilationUnitTree file : files) {
      new TreePathScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
          found.add(new Declared(Sources.this, getCurrentPath()));
          return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
          return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
          return null;
        }
      }.scan(new TreePath(file), null);
    }
    return Collections.unmodifiableList(found);
  }

  /** Whatever is declared: a type, a method, a field. */
  record Declared(Sources sources, TreePath path) {

    Tree tree() {
      return path.getLeaf();
    }

    ClassTree type() {
      return (ClassTree) tree();
    }

    /** The members of this type, as they are written. */
    List<Declared> members() {
      List<Declared> members = new ArrayList<>();
      for (Tree member : type().getMembers()) {
        long end = sources.docs.getSourcePositions().getEndPosition(file(), member);
        if (end >= 0 && !(member instanceof ClassTree)) { // a default constructor is not written
          members.add(new Declared(sources, new TreePath(path, member)));
        }
      }
      return members;
    }

    List<Declared> methods() {
      return members().stream()
          .filter(each -> each.tree() instanceof MethodTree)
          .toList();
    }

    MethodTree method() {
      return (MethodTree) tree();
    }

    CompilationUnitTree file() {
      return path.getCompilationUnit();
    }

    /** Whether a reader of the javadoc sees it: it is public or protected, and so is what is around. */
    boolean isSeen() {
      for (TreePath each = path; each != null; each = each.getParentPath()) {
        if (!isOpen(each)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isOpen(TreePath path) {
      Tree tree = path.getLeaf();
      if (tree instanceof CompilationUnitTree) {
        return true;
      }
      Set<Modifier> flags = modifiers(tree);
      TreePath around = requireNonNull(path.getParentPath(), "parent");
      boolean inInterface = INTERFACES.contains(around.getLeaf().getKind());
      return flags.contains(Modifier.PUBLIC)
          || flags.contains(Modifier.PROTECTED)
          || (inInterface && !flags.contains(Modifier.PRIVATE));
    }

    /** Whether nobody but the file that it stands in sees it. */
    boolean isPrivate() {
      for (TreePath each = path; each != null; each = each.getParentPath()) {
        if (modifiers(each.getLeaf()).contains(Modifier.PRIVATE)) {
          return true;
        }
      }
      return false;
    }

    Set<Modifier> modifiers() {
      return modifiers(tree());
    }

    private static Set<Modifier> modifiers(Tree tree) {
      if (tree instanceof ClassTree type) {
        return type.getModifiers().getFlags();
      } else if (tree instanceof MethodTree method) {
        return method.getModifiers().getFlags();
      } else if (tree instanceof VariableTree field) {
        return field.getModifiers().getFlags();
      }
      return Set.of();
    }

    boolean isOverriding() {
      return method().getModifiers().getAnnotations().stream()
          .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
    }

    boolean isConstructor() {
      return method().getName().contentEquals("<init>");
    }

    /** Whether it is the constructor of a record that names no parameters of its own. */
    boolean isCompact() {
      if (!isConstructor()) {
        return false;
      }
      long start = sources.docs.getSourcePositions().getStartPosition(file(), tree());
      long body =
          sources.docs.getSourcePositions().getStartPosition(file(), method().getBody());
      return !text(file()).substring((int) start, (int) body).contains("(");
    }

    List<String> components() {
      return members().stream()
          .filter(each ->
              each.tree() instanceof VariableTree && !each.modifiers().contains(Modifier.STATIC))
          .map(each -> ((VariableTree) each.tree()).getName().toString())
          .toList();
    }

    /** The name with the names of the types around it, such as {@code ShipOrder.Line.of}. */
    String name() {
      List<String> names = new ArrayList<>();
      for (TreePath each = path; each != null; each = each.getParentPath()) {
        Tree tree = each.getLeaf();
        if (tree instanceof ClassTree type) {
          names.add(type.getSimpleName().toString());
        } else if (tree instanceof MethodTree method) {
          names.add(method.getName().toString());
        } else if (tree instanceof VariableTree field) {
          names.add(field.getName().toString());
        }
      }
      Collections.reverse(names);
      return String.join(".", names);
    }

    /** The lines of it that hold code: no annotation, no comment, no blank line. */
    int codeLines() {
      long start = sources.docs.getSourcePositions().getStartPosition(file(), tree());
      long end = sources.docs.getSourcePositions().getEndPosition(file(), tree());
      return Sources.codeLines(text(file()).substring((int) start, (int) end));
    }
  }

  static String text(CompilationUnitTree file) {
    try {
      return file.getSourceFile().getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.getSourceFile(), e);
    }
  }

  static int codeLines(String text) {
    return (int) text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.matches("(//|/\\*|\\*|@[A-Z]).*"))
        .count();
  }
}
