package io.nephoscope.azure.reach;

import static io.nephoscope.azure.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.DocList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmittedTest {
    private static DocList rules(String ranges) {
        return DocList.copyOf(Arrays.stream(ranges.split(" "))
                .filter(range -> !range.isEmpty())
                .map(range -> range.split("-"))
                .map(ends -> json("{'name':'any name','properties':{'startIpAddress':'" + ends[0] + "','endIpAddress':'"
                        + ends[1] + "'}}"))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "0.0.0.0-255.255.255.255, true",
        "0.0.0.1-255.255.255.254, true",
        "1.0.0.0-223.255.255.255, true",
        "0.0.0.0-127.255.255.255 128.0.0.0-255.255.255.255, true",
        "20.0.0.0-23.255.255.255, true",
        "20.0.0.0-20.255.255.255, true",
        "20.0.0.0-20.127.255.255, false",
        "20.0.0.0-20.127.255.255 52.0.0.0-52.127.255.255, true",
        "10.0.0.0-10.255.255.255, false",
        "10.0.0.0-11.0.0.1, false",
        "203.0.113.0-203.0.113.255, false",
        "0.0.0.0-0.0.0.0, false"
    })
    void theInternetIsLetInHoweverTheRangesAreCut(String ranges, boolean admitted) {
        assertThat(Admitted.by(rules(ranges)).isEverybody()).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "0.0.0.0-0.0.0.0, true",
        "203.0.113.0-203.0.113.255 0.0.0.0-0.0.0.0, true",
        "0.0.0.0-255.255.255.255, true",
        "1.0.0.0-126.255.255.255 128.0.0.0-223.255.255.255, true",
        "0.0.0.0-0.0.0.1, false",
        "203.0.113.0-203.0.113.255, false"
    })
    void allOfAzureIsLetInByOneRangeOfNothing(String ranges, boolean admitted) {
        assertThat(Admitted.by(rules(ranges)).isAllOfAzure()).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "0.0.0.0-0.0.0.0, true",
        "203.0.113.7-203.0.113.7, true",
        "10.0.0.0-10.0.0.255, false",
    })
    void anybodyIsLetInByOneAddressOfTheInternetOrByAllOfAzure(String ranges, boolean admitted) {
        assertThat(Admitted.by(rules(ranges)).letsAnybodyIn()).isEqualTo(admitted);
    }

    private static DocList rulesV6(String first, String last) {
        return DocList.of(json("{'properties':{'startIPv6Address':'" + first + "','endIPv6Address':'" + last + "'}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, true",
        "2000::, 3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, true",
        "2001:db8::, 2001:db8::ffff, false",
        "fd00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, false"
    })
    void theInternetOfIpv6IsLetInToo(String first, String last, boolean admitted) {
        assertThat(Admitted.by(rulesV6(first, last)).isEverybody()).isEqualTo(admitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['203.0.113.7','0.0.0.0/0']",
                "[{'value':'0.0.0.0/1'},{'value':' 128.0.0.0/1 '}]",
                "[{'ipAddressOrRange':'0.0.0.0/0'}]"
            })
    void rulesAreBlocksTooAloneOrUnderAName(String rules) {
        assertThat(Admitted.by(json("{'rules':" + rules + "}").get("rules")).isEverybody())
                .isTrue();
    }

    @Test
    void whatIsNoListOfRulesIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> Admitted.by("0.0.0.0/0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Admitted.by(DocList.of(7L)));
        assertThat(Admitted.by(Absent.ABSENT).rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nowhere-nowhere", "1.2.3.4-1.2.3.3", "::-203.0.113.7", "203.0.113.7-::", "0.0.0.0/0-0.0.0.0/0"})
    void aRangeThatIsNoneIsAnError(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> Admitted.by(rules(range)));
    }
}
