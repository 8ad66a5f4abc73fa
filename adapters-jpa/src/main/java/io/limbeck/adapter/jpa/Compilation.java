package io.limbeck.adapter.jpa;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import io.limbeck.application.models.ModelsException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources in memory with the running JDK, and reads the hints in them on the way. */
final class Compilation {
  private final JavaSources sources;
  private final List<Path> needed;
  private final DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
  private final List<SourceHint> hints = new ArrayList<>();

  /**
   * @param classes the class files by the names of the classes
   */
  record Result(Map<String, byte[]> classes, List<SourceHint> hints) {}

  private Compilation(JavaSources sources, List<Path> needed) {
    this.sources = sources;
    this.needed = needed;
  }

  /**
   * Needs a JDK.
   *
   * @param needed jars and folders of classes, for the sources and for processors of annotations
   * @throws ModelsException if the sources do not compile
   */
  static Result of(JavaSources sources, List<Path> needed) {
    return new Compilation(sources, needed).result();
  }

  private Result result() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(told, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, OwnClassPath.with(needed));
      files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, needed);
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, sources.roots());
      InMemoryClasses classes = new InMemoryClasses(files);
      StringWriter said = new StringWriter();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  said,
                  classes,
                  told,
                  List.of(
                      "-proc:" + (needed.isEmpty() ? "none" : "full"),
                      "-nowarn",
                      "-implicit:class"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources.files()));
      task.addTaskListener(readingHints(Trees.instance(task)));
      if (!task.call()) {
        throw failed(said.toString());
      }
      return new Result(classes.bytes(), List.copyOf(hints));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private TaskListener readingHints(Trees trees) {
    return new TaskListener() {
      @Override
      public void finished(TaskEvent event) {
        // Later phases change the trees.
        if (event.getKind() == TaskEvent.Kind.PARSE) {
          hints.addAll(hints(trees, event));
        }
      }
    };
  }

  private static List<SourceHint> hints(Trees trees, TaskEvent event) {
    try {
      return SourceHints.in(
          event.getCompilationUnit(),
          trees.getSourcePositions(),
          event.getSourceFile().getCharContent(true).toString(),
          event.getSourceFile().getName());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The compiler speaks several lines: what is wrong, and then facts about it. */
  private ModelsException failed(String said) {
    List<String> errors =
        told.getDiagnostics().stream()
            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
            .map(Compilation::sentence)
            .toList();
    String first = errors.isEmpty() ? said.strip() : errors.getFirst();
    String others =
        switch (errors.size()) {
          case 0, 1 -> "";
          case 2 -> " There is one more error.";
          default -> " There are %d more errors.".formatted(errors.size() - 1);
        };
    return new ModelsException(
        first + "." + others,
        "Mend it; other jars and folders of classes that the models need are named in"
            + " models_class_path.");
  }

  private static String sentence(Diagnostic<? extends JavaFileObject> error) {
    String message =
        error
            .getMessage(Locale.ENGLISH)
            .lines()
            .map(line -> line.strip().replaceAll("\\s+", " "))
            .collect(Collectors.joining("; "));
    JavaFileObject source = error.getSource();
    return source == null
        ? message
        : "%s:%d:%d: %s"
            .formatted(source.getName(), error.getLineNumber(), error.getColumnNumber(), message);
  }
}
