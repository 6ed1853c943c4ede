package org.cunjian.cli;

import org.cunjian.text.DisplayWidth;
import picocli.CommandLine;

/** The commands of the help page, one a line, in the order in which a person needs them. */
final class CommandList {
    private static final int NAME_CELLS = 10;

    private CommandList() {}

    static String render(CommandLine.Help help) {
        StringBuilder lines = new StringBuilder();
        help.subcommands().forEach((name, sub) -> {
            String[] description = sub.commandSpec().usageMessage().description();
            lines.append("  ")
                    .append(name)
                    .append(" ".repeat(Math.max(1, NAME_CELLS - DisplayWidth.cells(name))))
                    .append(description.length == 0 ? "" : description[0])
                    .append(System.lineSeparator());
        });
        return lines.toString();
    }
}
