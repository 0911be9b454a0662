package io.nephoscope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Importer.Check;
import io.nephoscope.inventory.Importer.Row;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final String HEADER = "class,native_id,name\n";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("assets.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"网页服务器", "生产", "政务云平台互联网出口防火墙", "“核心”交换机（备）", "①号机房", "财务系统 A 区"})
    void chineseThatAChineseExcelSavedIsReadAndTheFileSaysSo(String id) throws Exception {
        write(HEADER + "compute.vm," + id + ",web\n", "GB18030");

        Check check = check(Optional.empty());

        assertThat(check.rows()).extracting(Row::nativeId).containsExactly(id);
        assertThat(check.notes()).extracting(Text::en).containsExactly("The file is read as GB18030.");
    }

    @Test
    void rareCharactersAmongOthersAreStillChinese() throws Exception {
        String id = "喆垚鑫淼信息技术有限公司的数据库服务器和网页服务器，位于北京市朝阳区";
        write(HEADER + "compute.vm," + id + ",db\n", "GB18030");

        assertThat(check(Optional.empty()).rows()).extracting(Row::nativeId).containsExactly(id);
    }

    @Test
    void utf8IsReadWithoutAWord() throws Exception {
        write(HEADER + "compute.vm,Zürich 网关,web\n", "UTF-8");

        assertThat(check(Optional.empty()).notes()).extracting(Text::en).isEmpty();
        assertThat(check(Optional.empty()).rows()).extracting(Row::nativeId).containsExactly("Zürich 网关");
    }

    @Test
    void utf16BehindItsByteOrderMarkIsRead() throws Exception {
        write(HEADER.replace(',', '\t') + "compute.vm\t网关\tweb\n", "UTF-16");

        assertThat(check(Optional.empty()).rows()).extracting(Row::nativeId).containsExactly("网关");
        assertThat(check(Optional.empty()).notes()).extracting(Text::en).containsExactly("The file is read as UTF-16.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1252 | Zürich gateway
            windows-1252 | Málaga
            windows-1252 | Ærø
            Shift_JIS    | 東京データベース
            Shift_JIS    | サーバー
            Shift_JIS    | 東京
            EUC-JP       | ゲートウェイ
            Big5         | 網頁伺服器
            Big5         | 資料庫
            Big5         | 生產
            Big5         | 台北辦公室防火牆
            EUC-KR       | 데이터베이스 서버
            windows-1251 | сервер базы данных
            KOI8-R       | Москва
            ISO-8859-2   | Gdańsk
            """)
    void whatIsNeitherUtf8NorChineseIsRefusedAndReadOnceItsEncodingIsNamed(String encoding, String id)
            throws Exception {
        write(HEADER + "compute.vm," + id + ",web\n", encoding);

        assertThatThrownBy(() -> check(Optional.empty()))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith(file + ": the file is neither UTF-8 nor GB18030")
                .hasMessageEndingWith("; save it as UTF-8, or name its encoding in the setting encoding.");
        Check check = check(Optional.of(encoding));
        assertThat(check.rows()).extracting(Row::nativeId).containsExactly(id);
        assertThat(check.notes())
                .extracting(Text::en)
                .containsExactly(
                        "The file is read as " + Charset.forName(encoding).name() + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"网页服务器", "Zürich gateway"})
    void rowsInTwoEncodingsAreRefusedWithTheLine(String utf8) throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write((HEADER + "compute.vm,plain,web\ncompute.vm," + utf8 + ",web\n").getBytes(StandardCharsets.UTF_8));
        both.write("compute.vm,数据库服务器,db\n".getBytes(Charset.forName("GB18030")));
        Files.write(file, both.toByteArray());

        assertThatThrownBy(() -> check(Optional.empty()))
                .isInstanceOf(TargetException.class)
                .hasMessage(file + ", line 4: the file is in two encodings: line 3 is UTF-8 and line 4 is not; save all"
                        + " of it as UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zürich gateway", "Málaga"})
    void aWesternRowAmongChineseOnesIsRefusedWithItsLine(String western) throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write((HEADER + "compute.vm,政务云平台互联网出口防火墙,db\n").getBytes(Charset.forName("GB18030")));
        both.write(("compute.vm," + western + ",web\n").getBytes(Charset.forName("windows-1252")));
        Files.write(file, both.toByteArray());

        assertThatThrownBy(() -> check(Optional.empty()))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith(file + ", line 3: the file is in two encodings");
    }

    @Test
    void bytesThatAreNotOfTheEncodingNamedAreRefusedWithTheLine() throws Exception {
        write(HEADER + "compute.vm,vm-1,web\ncompute.vm,Zürich,web\n", "windows-1252");

        assertThatThrownBy(() -> check(Optional.of("UTF-8")))
                .isInstanceOf(TargetException.class)
                .hasMessage(file + ", line 3: the bytes here are not UTF-8; check the setting encoding.");
    }

    @Test
    void anEncodingThatThereIsNotIsRefused() throws Exception {
        write(HEADER, "UTF-8");

        assertThatThrownBy(() -> check(Optional.of("GB2313")))
                .isInstanceOf(TargetException.class)
                .hasMessage(
                        file + ": there is no encoding \"GB2313\"; write UTF-8, GB18030, Big5, Shift_JIS, windows-1252"
                                + " or another one that Java knows.");
    }

    private void write(String text, String encoding) throws IOException {
        Files.writeString(file, text, Charset.forName(encoding));
    }

    private Check check(Optional<String> encoding) throws TargetException {
        return new FilesImporter().check(file, Optional.empty(), encoding, Optional.empty());
    }
}
