package io.nephoscope.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.cli.organisation.Organisation;
import io.nephoscope.cli.organisation.OrganisationFile;
import io.nephoscope.cli.organisation.OrganisationSchema;
import io.nephoscope.cli.organisation.OrganisationSources;
import io.nephoscope.inventory.doc.DocJson;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "organisation",
        description = "Checks organisation files, and prints their schema for editors.",
        subcommands = {OrganisationCommand.Check.class, OrganisationCommand.Schema.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope organisation check samples/organisation.yaml",
            "  nephoscope organisation schema > organisation.schema.json"
        })
final class OrganisationCommand extends Group {
    @Command(
            name = "check",
            description = {
                "Reads an organisation file and prints its tree: each account with what is set for it, also by the branches above.",
                "Asks nobody, and reads no secret."
            },
            footerHeading = "%nExample:%n",
            footer = "  nephoscope organisation check samples/organisation.yaml")
    static final class Check extends Action {
        @Parameters(paramLabel = "FILE", description = "The organisation file.")
        private Path file = Path.of("");

        @Override
        ExitCode run() {
            try (Installed installed = installed(OrganisationSources.of(file))) {
                Organisation organisation = OrganisationFile.read(
                        file, installed.providers().values(), terminal().environment());
                if (!isQuiet()) {
                    new OrganisationText(terminal(), installed).print(organisation);
                }
            }
            return ExitCode.OK;
        }
    }

    @Command(
            name = "schema",
            description = {
                "Prints the JSON Schema of organisation files, with the settings of every installed provider.",
                "An editor completes and checks a file that begins with the line",
                "# yaml-language-server: $schema=organisation.schema.json"
            },
            footerHeading = "%nExample:%n",
            footer = "  nephoscope organisation schema > organisation.schema.json")
    static final class Schema extends Action {
        @Override
        ExitCode run() {
            try (Installed installed = installed()) {
                terminal()
                        .out()
                        .println(new ObjectMapper()
                                .writer(DocJson.layout())
                                .writeValueAsString(OrganisationSchema.of(
                                        installed.providers().values())));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("maps, lists and texts are always JSON", e);
            }
            return ExitCode.OK;
        }
    }
}
