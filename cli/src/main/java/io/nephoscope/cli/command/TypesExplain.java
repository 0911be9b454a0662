package io.nephoscope.cli.command;

import io.nephoscope.cli.terminal.Table;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Use;
import io.nephoscope.inventory.doc.Text;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says of a type what is sent for it, what must be granted, and why nothing of it changes anything. */
@Command(
        name = "explain",
        description =
                "Says of a resource type what is sent for it, what must be granted, and why each call only reads.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nephoscope types explain aws.s3.bucket",
            "  nephoscope types explain wallgate.site --types-dir samples/sources"
        })
final class TypesExplain extends Action {
    @Parameters(paramLabel = "TYPE", description = "The type's name, as aws.s3.bucket.")
    private String name = "";

    @Override
    ExitCode run() {
        try (Installed installed = installed()) {
            AssetType type = TypesCommand.named(name, installed);
            Provider provider = installed.named(name.split("\\.", 2)[0]);
            Table table = new Table(
                    terminal().language(),
                    List.of(
                            Text.of("CALL", "调用"),
                            Text.of("SENT", "发送频率"),
                            Text.of("PERMISSION", "权限"),
                            Text.of("WHY IT ONLY READS", "为何只读")));
            for (Use use : type.uses(type.details())) {
                Operation operation = use.operation();
                table.add(
                        operation.call(),
                        often(use.per()).in(terminal().language()),
                        operation.permission(),
                        provider.reading(operation).in(terminal().language()));
            }
            table.print(terminal().out());
        }
        return ExitCode.OK;
    }

    private static Text often(Use.Per per) {
        return switch (per) {
            case ACCOUNT -> Text.of("once an account", "每账号一次");
            case REGION -> Text.of("once a region", "每区域一次");
            case ASSET -> Text.of("once an asset", "每资产一次");
            case SOME -> Text.of("once for some assets", "部分资产各一次");
            case NAMED -> Text.of("once for each thing that is named", "每个被引用的对象一次");
            case BATCH -> Text.of("once for several assets", "多个资产一次");
        };
    }
}
