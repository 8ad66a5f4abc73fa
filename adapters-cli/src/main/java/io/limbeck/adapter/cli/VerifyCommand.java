package io.limbeck.adapter.cli;

import io.limbeck.application.document.Document;
import io.limbeck.application.verify.Verify;
import io.limbeck.application.verify.Verify.Problem;
import io.limbeck.application.verify.Verify.Verified;
import io.limbeck.domain.schema.Name;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(
    name = "verify",
    description = "Tries every revision up, down and up again in a throw-away database.",
    abbreviateSynopsis = true)
final class VerifyCommand implements LimbeckCommand {
  private final Messages messages;
  private final Supplier<Verify> verify;

  VerifyCommand(Messages messages, Supplier<Verify> verify) {
    this.messages = messages;
    this.verify = verify;
  }

  @Override
  public Answer run() {
    Verified verified = verify.get().all();
    if (!verified.empty().isEmpty()) {
      messages.info(
          "No row was found that these tables take, so they were tried without: "
              + verified.empty().stream().map(Name::text).collect(Collectors.joining(", ")));
    }
    verified
        .irreversible()
        .forEach(id -> messages.info("Revision %s has no downgrade to try.".formatted(id)));
    Answer answer =
        Answer.of(
            verified.problems().stream().map(VerifyCommand::inWords).toList(),
            Document.object(
                "tried",
                verified.tried(),
                "problems",
                verified.problems().stream()
                    .map(problem ->
                        Document.object(
                            "revision", problem.revision().value(),
                            "problem", problem.sentence()))
                    .toList(),
                "irreversible",
                Document.ids(verified.irreversible()),
                "empty_tables",
                verified.empty().stream().map(Name::text).toList()));
    String tried = verified.tried() == 1 ? "1 revision" : verified.tried() + " revisions";
    if (verified.problems().isEmpty()) {
      messages.info("%s verified: up, down and up again over tables with rows.".formatted(tried));
      return answer;
    }
    messages.failed(
        "%d %s in %s"
            .formatted(
                verified.problems().size(),
                verified.problems().size() == 1 ? "problem" : "problems",
                tried),
        "Mend the scripts that are named; those that are applied somewhere, by a new revision.");
    return answer.withExitCode(ExitCode.FAILED);
  }

  private static String inWords(Problem problem) {
    return "%s: %s".formatted(problem.revision(), problem.sentence());
  }
}
