package io.nephoscope.files;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Provider.Setting.Holds;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Said;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Gateway;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Assets that no cloud API lists, brought in from a file: a table or JSON, one type for each kind of the standard model. */
public final class FilesProvider implements Provider {
    static final String NAME = "files";
    private static final String PATH = "path";
    private static final String MAPPING = "mapping";
    private static final String ENCODING = "encoding";
    private static final String SHEET = "sheet";

    /** Faults beyond these are counted. */
    private static final int MOST_TOLD = 20;

    private final Clock clock;

    /** As the service loader makes it. */
    public FilesProvider() {
        this(Clock.systemUTC());
    }

    FilesProvider(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean costsNothing() {
        return true;
    }

    @Override
    public boolean namesBranches() {
        return true;
    }

    @Override
    public List<AssetType> types() {
        return Kinds.all().stream().map(FileType::of).toList();
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting(
                        PATH,
                        "the file: a workbook (.xlsx), CSV, JSON or NDJSON; a relative path starts at the organisation file's folder",
                        Holds.FILE_TO_READ),
                new Setting(MAPPING, "a YAML file that says which of its columns mean what", Holds.FILE_TO_READ),
                new Setting(
                        ENCODING,
                        "in which the file is written, as GB18030 or windows-1252; found out where this is not given"),
                new Setting(SHEET, "of a workbook, the sheet to read; the first where this is not given"),
                new Setting("account", "the account id that its assets get; the file's name where this is not given"));
    }

    @Override
    public Connection connect(Target target, Gateway gateway) throws TargetException {
        Path file = file(target, PATH)
                .orElseThrow(() -> new TargetException(target.says(
                        Text.of("the setting path is missing; name the file with it.", "缺少设置 path；请用它指明文件。"))));
        Optional<Path> mapping = file(target, MAPPING);
        Mapping how = mapping.isPresent() ? MappingReader.read(mapping.get()) : Mapping.NONE;
        Sheet.Source source = new Sheet.Source(
                file,
                how,
                target.setting(ENCODING),
                target.setting(SHEET),
                new Branch(target.branch()),
                clock.instant());
        Sheet sheet = Sheet.read(source, row -> {});
        String account = target.setting("account").orElseGet(() -> baseName(file));
        Scope scope = new Scope(target.branch(), account, Scope.GLOBAL);
        return new Reached(Site.of(NAME, scope, sheet, FilesProvider::failure, gateway), sheet, notes(file, sheet));
    }

    /** What is odd about the file, and the first of what could not be read. */
    private static List<Text> notes(Path file, Sheet sheet) {
        List<Fault> faults = sheet.faults();
        Stream<Text> whole = sheet.notes().stream()
                .map(note -> Text.of("{0}: {1}", "{0}：{1}", String.valueOf(file.getFileName()), note));
        Stream<Text> more = faults.size() > MOST_TOLD
                ? Stream.of(Text.of(
                        "{0}: and {1} more that cannot be read",
                        "{0}：另有 {1} 处无法读取", String.valueOf(file.getFileName()), faults.size() - MOST_TOLD))
                : Stream.empty();
        return Stream.of(whole, faults.stream().limit(MOST_TOLD).map(Fault::text), more)
                .flatMap(notes -> notes)
                .toList();
    }

    private static Optional<Path> file(Target target, String setting) throws TargetException {
        Optional<String> path = target.setting(setting);
        try {
            return path.map(target.base()::resolve);
        } catch (InvalidPathException e) {
            throw new TargetException(
                    target.says(Text.of("the setting {0} does not name a file.", "设置 {0} 没有指向文件。", setting)), e);
        }
    }

    private static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Failure failure(Throwable error) {
        return new Failure(Failure.Sort.PERMANENT, "", Said.by(error));
    }

    private record Reached(Site account, Sheet sheet, List<Text> notes) implements Connection {
        @Override
        public boolean mayHold(String branch) {
            return sheet.mayHold(branch);
        }

        @Override
        public Outcome<List<String>> regions() {
            return Outcome.value(List.of(Scope.GLOBAL));
        }

        @Override
        public void close() {}
    }
}
