package io.nephoscope.inventory.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmptyTextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"cluster\": \"\", \"id\": \"a\"} | {\"id\": \"a\"}",
                "{\"vpc\": {\"id\": \"\"}} | {\"vpc\": {}}",
                "{\"subnets\": [{\"id\": \"\"}, {\"id\": \"a\"}]} | {\"subnets\": [{}, {\"id\": \"a\"}]}",
                "{\"ids\": [\"a\", \"\"]} | {\"ids\": [\"a\", null]}",
                "{\"n\": 0, \"b\": false, \"s\": \" \", \"l\": [], \"nothing\": null}"
                        + " | {\"n\": 0, \"b\": false, \"s\": \" \", \"l\": [], \"nothing\": null}",
                "{\"tagValue\": \"\", \"minimumValue\": \"\"} | {}"
            })
    void anEmptyTextIsAbsentWhereTheNameIsTheProvidersOwn(String answer, String read) throws IOException {
        assertThat(EmptyTexts.absent((Doc) DocJson.parse(answer))).isEqualTo(DocJson.parse(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"tags\": {\"reviewed\": \"\"}}",
                "{\"labels\": {\"\": \"\"}}",
                "{\"tags\": [{\"key\": \"reviewed\", \"value\": \"\"}]}",
                "{\"TagSet\": [{\"Key\": \"reviewed\", \"Value\": \"\"}]}",
                "{\"TagKey\": \"reviewed\", \"TagValue\": \"\"}",
                "{\"name\": \"audit\", \"properties\": {\"value\": \"\"}}",
                "{\"ParameterName\": \"audit\", \"ParameterValue\": \"\"}"
            })
    void anEmptyTextStaysWhereSomebodyChoseIt(String answer) throws IOException {
        assertThat(EmptyTexts.absent((Doc) DocJson.parse(answer))).isEqualTo(DocJson.parse(answer));
    }
}
