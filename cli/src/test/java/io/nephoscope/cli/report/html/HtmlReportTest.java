package io.nephoscope.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.cli.report.RichScan;
import io.nephoscope.rules.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    @Test
    void look(@TempDir Path folder) throws IOException {
        var data = RichScan.in(folder);
        for (Language language : Language.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new HtmlReport(language).write(data, out);
            Files.write(Path.of("target/look-" + language.tag() + ".html"), out.toByteArray());
        }
        assertThat(folder).exists();
    }
}
