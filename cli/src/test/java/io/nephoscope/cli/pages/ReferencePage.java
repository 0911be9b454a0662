package io.nephoscope.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page that derives from declarations. With -Dnephoscope.pages=write it is written anew. */
public record ReferencePage(String path) {
    private static final Path ROOT = Path.of("..");
    private static final String GENERATED =
            "<!-- Generated from the declarations: mvn verify -Dnephoscope.pages=write -->\n\n";

    /** The page on disk is what the declarations say today. */
    public void check(String content) throws IOException {
        Path file = ROOT.resolve(path);
        if ("write".equals(System.getProperty("nephoscope.pages"))) {
            Files.writeString(file, GENERATED + content);
        }
        assertThat(file)
                .as("%s is not current; renew it with mvn verify -Dnephoscope.pages=write", path)
                .hasContent(GENERATED + content);
    }
}
