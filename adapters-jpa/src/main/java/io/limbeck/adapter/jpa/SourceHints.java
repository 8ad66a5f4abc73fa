package io.limbeck.adapter.jpa;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import io.limbeck.application.models.WasComment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hints in the comments of one source. As in DDL, such a comment is about what stands before it
 * in its line; alone in its line it is about what follows. In the body of a method it is none.
 */
final class SourceHints {
  private static final String INSIDE = "{}"; // of a class, but in none of its members

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final JavaText text;
  private final List<Part> parts = new ArrayList<>();
  // Braces: behind the last one of a class or method a comment is about that.
  private final Map<Integer, Member> closings = new HashMap<>();

  /**
   * A part of the source, and what it declares.
   *
   * @param member empty for code, which declares nothing
   * @param end the offset of its last character
   */
  private record Part(Optional<Member> member, long start, long end) {}

  private SourceHints(CompilationUnitTree unit, SourcePositions positions, String content) {
    this.unit = unit;
    this.positions = positions;
    this.text = new JavaText(content);
  }

  /**
   * {@return the hints in order}
   *
   * @param content of the source
   * @param file for messages
   */
  static List<SourceHint> in(
      CompilationUnitTree unit, SourcePositions positions, String content, String file) {
    return new SourceHints(unit, positions, content).in(file);
  }

  private List<SourceHint> in(String file) {
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree declared) {
        String simple = declared.getSimpleName().toString();
        add(
            declared,
            unit.getPackageName() == null ? simple : unit.getPackageName() + "." + simple);
      }
    }
    List<SourceHint> hints = new ArrayList<>();
    for (JavaText.Comment comment : text.comments()) {
      Optional<WasComment> was = WasComment.in(comment.inside());
      Optional<Member> member = was.flatMap(hint -> beside(comment));
      if (was.isPresent() && member.isPresent()) {
        hints.add(new SourceHint(member.get(), was.get(), file + place(comment)));
      }
    }
    return hints;
  }

  private Optional<Member> beside(JavaText.Comment comment) {
    Optional<Integer> before = text.codeBefore(comment.start());
    Optional<Member> closed = before.map(closings::get);
    return closed.isPresent()
        ? closed
        : before.or(() -> text.codeFrom(comment.end())).flatMap(offset -> at(offset));
  }

  /** {@return what the innermost part that holds {@code offset} declares} */
  private Optional<Member> at(long offset) {
    return parts.stream()
        .filter(part -> part.start() <= offset && offset <= part.end())
        .max(Comparator.comparingLong(Part::start))
        .flatMap(Part::member);
  }

  private String place(JavaText.Comment comment) {
    return ":%d:%d"
        .formatted(
            unit.getLineMap().getLineNumber(comment.start()),
            unit.getLineMap().getColumnNumber(comment.start()));
  }

  private void add(ClassTree tree, String name) {
    long modifiers = positions.getEndPosition(unit, tree.getModifiers());
    int body = text.openingFrom((int) Math.max(start(tree), modifiers));
    add(Member.type(name), start(tree), body);
    add(new Member(name, INSIDE), body + 1L, last(tree));
    closings.put((int) last(tree), Member.type(name));
    for (Tree member : tree.getMembers()) {
      switch (member) {
        case ClassTree inner -> add(inner, name + "$" + inner.getSimpleName());
        case VariableTree field ->
            add(new Member(name, field.getName().toString()), start(field), last(field));
        case MethodTree method -> add(method, name);
        case BlockTree code -> parts.add(new Part(Optional.empty(), start(code), last(code)));
        default -> {}
      }
    }
  }

  private void add(MethodTree method, String type) {
    Member member = Member.ofMethod(type, method.getName().toString());
    BlockTree body = method.getBody();
    long end = body == null ? last(method) : start(body);
    add(member, start(method), end);
    parts.add(new Part(Optional.empty(), end + 1, last(method)));
    closings.put((int) last(method), member);
  }

  private void add(Member member, long start, long end) {
    parts.add(new Part(Optional.of(member), start, end));
  }

  private long start(Tree tree) {
    return positions.getStartPosition(unit, tree);
  }

  private long last(Tree tree) {
    return positions.getEndPosition(unit, tree) - 1;
  }
}
