package org.cunjian.cli;

import picocli.CommandLine;

/** {@code cunjian} without a command: shows what there is. */
@CommandLine.Command(
        name = "cunjian",
        versionProvider = RootCommand.Version.class,
        subcommands = {
            NewCommand.class,
            IngestCommand.class,
            BuildCommand.class,
            ServeCommand.class,
            SearchCommand.class,
            CheckCommand.class,
            ExplainCommand.class
        })
@SuppressWarnings("UnusedVariable") // picocli sets and reads them
final class RootCommand implements Runnable {
    @CommandLine.Option(names = "--lang", paramLabel = "zh|en", scope = CommandLine.ScopeType.INHERIT)
    private org.cunjian.diagnostic.Language language = org.cunjian.diagnostic.Language.ZH;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT)
    private boolean isHelp;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true)
    private boolean isVersion;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"cunjian " + org.cunjian.build.ProgramVersion.label()};
        }
    }
}
