package io.limbeck.adapter.jpa;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** Keeps what a compiler and its annotation processors write, instead of writing it to files. */
final class InMemoryClasses extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, Written> classes = new TreeMap<>();

  /** Something that was written and can be read again. */
  private static final class Written extends SimpleJavaFileObject {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private Written(String name, Kind kind) {
      super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      return content;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content.toString(StandardCharsets.UTF_8);
    }
  }

  InMemoryClasses(JavaFileManager files) {
    super(files);
  }

  /** {@return the class files by the names of the classes} */
  Map<String, byte[]> bytes() {
    return classes.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().content.toByteArray(),
                (one, other) -> one,
                TreeMap::new));
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
    Written written = new Written(name, kind);
    if (kind == JavaFileObject.Kind.CLASS) {
      classes.put(name, written);
    }
    return written;
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String folder, String name, @Nullable FileObject sibling) {
    return new Written(name, JavaFileObject.Kind.OTHER);
  }
}
