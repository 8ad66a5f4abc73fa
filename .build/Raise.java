import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Raises the classes in a folder's jars to Java 21's class-file version, in place. The JVM takes no
 * class older than Java 6 into its archives, and picocli is compiled for Java 5: as it comes, all
 * of it would be parsed and verified anew at every start.
 */
class Raise {
  public static void main(String[] args) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    try (URLClassLoader known = new URLClassLoader(urls.toArray(URL[]::new))) {
      for (Path jar : jars) {
        Path raised = jar.resolveSibling(jar.getFileName() + ".raised");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
            OutputStream out = Files.newOutputStream(raised)) {
          copy(in, new ZipOutputStream(out), known);
        }
        Files.move(raised, jar, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void copy(ZipInputStream in, ZipOutputStream out, ClassLoader known) throws IOException {
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      byte[] content = in.readAllBytes();
      boolean isClass = entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class");
      ZipEntry copy = new ZipEntry(entry.getName());
      copy.setTimeLocal(entry.getTimeLocal());
      out.putNextEntry(copy);
      out.write(isClass ? raise(content, known) : content);
      out.closeEntry();
    }
    out.finish();
  }

  /** Since Java 7 the verifier wants stack maps, and has no subroutines: the one is computed, the other inlined. */
  private static byte[] raise(byte[] bytes, ClassLoader known) {
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected ClassLoader getClassLoader() {
            return known;
          }
        };
    ClassVisitor raising =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version, int access, String name, String signature, String parent, String[] interfaces) {
            super.visit(Opcodes.V21, access, name, signature, parent, interfaces);
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new JSRInlinerAdapter(method, access, name, descriptor, signature, exceptions);
          }
        };
    new ClassReader(bytes).accept(raising, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }
}
