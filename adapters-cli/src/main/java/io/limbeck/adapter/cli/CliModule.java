package io.limbeck.adapter.cli;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import io.limbeck.application.Invocation;
import io.limbeck.application.admin.AdminServer;
import io.limbeck.application.admin.Gate;
import io.limbeck.application.author.Autogenerate;
import io.limbeck.application.author.Check;
import io.limbeck.application.author.NewRevision;
import io.limbeck.application.copy.Copy;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.history.Current;
import io.limbeck.application.history.ListBranches;
import io.limbeck.application.history.ListHeads;
import io.limbeck.application.history.ListHistory;
import io.limbeck.application.history.Show;
import io.limbeck.application.migrate.Downgrade;
import io.limbeck.application.migrate.EnsureVersion;
import io.limbeck.application.migrate.Stamp;
import io.limbeck.application.migrate.Upgrade;
import io.limbeck.application.script.Scaffold;
import io.limbeck.application.script.Scripts;
import io.limbeck.application.verify.Drift;
import io.limbeck.application.verify.Verify;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The command line. Options are parsed before anything else is made, so every use case is asked for
 * only when its command runs.
 */
@Module
public final class CliModule {
  private CliModule() {}

  /** The program, for one run. */
  public interface Program {

    /** {@return the exit code} */
    int run(String... arguments);
  }

  /**
   * What the program sees of the machine it runs on.
   *
   * @param workingDirectory absolute
   * @param outIsTerminal whether a person reads {@code out}, on a terminal
   * @param errIsTerminal whether a person reads {@code err}, on a terminal
   */
  public record World(
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      Path workingDirectory,
      boolean outIsTerminal,
      boolean errIsTerminal) {

    public World(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Path workingDirectory,
        boolean bothAreTerminals) {
      this(out, err, environment, workingDirectory, bothAreTerminals, bothAreTerminals);
    }
  }

  /** {@return the version of Limbeck, as the build wrote it; {@code unknown} outside of a jar} */
  public static String version() {
    String version = CliModule.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  @Provides
  @Singleton
  static GlobalOptions options() {
    return new GlobalOptions();
  }

  @Provides
  static Invocation invocation(GlobalOptions options, World world) {
    return options.invocation(world);
  }

  @Provides
  @Singleton
  static Messages messages(World world, GlobalOptions options) {
    return new Messages(
        world.err(),
        options,
        new Style(() -> world.errIsTerminal() && options.allowColor(world)),
        Terminal.of(world));
  }

  @Provides
  static RevisionText text(World world, GlobalOptions options) {
    return new RevisionText(new Style(() -> world.outIsTerminal() && options.allowColor(world)));
  }

  @Provides
  static Migrations migrations(
      GlobalOptions options, Messages messages, Provider<Database> database) {
    return new Migrations(options, messages, database::get);
  }

  @Provides
  @Singleton
  static Commands commands(GlobalOptions options, Map<String, Provider<LimbeckCommand>> commands) {
    Map<String, Supplier<LimbeckCommand>> byName = new LinkedHashMap<>();
    commands.forEach((name, command) -> byName.put(name, command::get));
    return new Commands(options, byName);
  }

  @Provides
  static Program program(World world, GlobalOptions options, Messages messages, Commands commands) {
    return new Cli(world, options, messages, commands);
  }

  @Provides
  @IntoMap
  @StringKey("upgrade")
  static LimbeckCommand upgrade(Migrations migrations, Provider<Upgrade> upgrade) {
    return new UpgradeCommand(migrations, upgrade::get);
  }

  @Provides
  @IntoMap
  @StringKey("downgrade")
  static LimbeckCommand downgrade(Migrations migrations, Provider<Downgrade> downgrade) {
    return new DowngradeCommand(migrations, downgrade::get);
  }

  @Provides
  @IntoMap
  @StringKey("stamp")
  static LimbeckCommand stamp(
      Migrations migrations,
      Messages messages,
      Provider<Stamp> stamp,
      Provider<Drift> drift,
      Provider<Database> database) {
    return new StampCommand(migrations, messages, stamp::get, drift::get, database::get);
  }

  @Provides
  @IntoMap
  @StringKey("check")
  static LimbeckCommand check(
      Messages messages, Provider<Check> check, Provider<Database> database) {
    return new CheckCommand(messages, check::get, database::get);
  }

  @Provides
  @IntoMap
  @StringKey("drift")
  static LimbeckCommand drift(
      Messages messages, Provider<Drift> drift, Provider<Database> database) {
    return new DriftCommand(messages, drift::get, database::get);
  }

  @Provides
  @IntoMap
  @StringKey("verify")
  static LimbeckCommand verify(Messages messages, Provider<Verify> verify) {
    return new VerifyCommand(messages, verify::get);
  }

  @Provides
  @IntoMap
  @StringKey("copy")
  static LimbeckCommand copy(
      World world,
      Messages messages,
      Provider<Function<DatabaseUrl, Copy>> copies,
      Provider<Database> database) {
    return new CopyCommand(world, messages, url -> copies.get().apply(url), database::get);
  }

  @Provides
  @IntoMap
  @StringKey("plan")
  static LimbeckCommand plan(Migrations migrations, Provider<Upgrade> upgrade) {
    return new PlanCommand(migrations, upgrade::get);
  }

  @Provides
  @IntoMap
  @StringKey("current")
  static LimbeckCommand current(
      GlobalOptions options,
      Messages messages,
      RevisionText text,
      Provider<Current> current,
      Provider<Database> database) {
    return new CurrentCommand(options, messages, text, current::get, database::get);
  }

  @Provides
  @IntoMap
  @StringKey("history")
  static LimbeckCommand history(
      GlobalOptions options, RevisionText text, Provider<ListHistory> history) {
    return new HistoryCommand(options, text, history::get);
  }

  @Provides
  @IntoMap
  @StringKey("heads")
  static LimbeckCommand heads(GlobalOptions options, RevisionText text, Provider<ListHeads> heads) {
    return new HeadsCommand(options, text, heads::get);
  }

  @Provides
  @IntoMap
  @StringKey("branches")
  static LimbeckCommand branches(
      GlobalOptions options, RevisionText text, Provider<ListBranches> branches) {
    return new BranchesCommand(options, text, branches::get);
  }

  @Provides
  @IntoMap
  @StringKey("show")
  static LimbeckCommand show(
      Messages messages,
      RevisionText text,
      Provider<Show> show,
      Provider<Scripts> scripts,
      Provider<Database> database) {
    return new ShowCommand(messages, text, show::get, scripts::get, database::get);
  }

  @Provides
  @IntoMap
  @StringKey("revision")
  static LimbeckCommand revision(
      World world,
      Messages messages,
      Provider<NewRevision> revision,
      Provider<Autogenerate> generator,
      Provider<Database> database) {
    return new RevisionCommand(world, messages, revision::get, generator::get, database::get);
  }

  @Provides
  @IntoMap
  @StringKey("merge")
  static LimbeckCommand merge(Provider<NewRevision> revision) {
    return new MergeCommand(revision::get);
  }

  @Provides
  @IntoMap
  @StringKey("edit")
  static LimbeckCommand edit(World world, GlobalOptions options, Provider<Show> show) {
    return new EditCommand(world, options, show::get);
  }

  @Provides
  @IntoMap
  @StringKey("ensure_version")
  static LimbeckCommand ensureVersion(
      Migrations migrations, Provider<EnsureVersion> ensure, Provider<Database> database) {
    return new EnsureVersionCommand(migrations, ensure::get, database::get);
  }

  @Provides
  @IntoMap
  @StringKey("init")
  static LimbeckCommand init(Provider<Scaffold> scaffold) {
    return new InitCommand(scaffold::get);
  }

  @Provides
  @IntoMap
  @StringKey("serve")
  static LimbeckCommand serve(
      World world,
      GlobalOptions options,
      Messages messages,
      Provider<AdminServer> server,
      Provider<Gate> gate) {
    return new ServeCommand(world, options, messages, server::get, gate::get);
  }

  @Provides
  @IntoMap
  @StringKey("completion")
  static LimbeckCommand completion(Provider<Commands> commands) {
    return new CompletionCommand(() -> commands.get().all());
  }
}
