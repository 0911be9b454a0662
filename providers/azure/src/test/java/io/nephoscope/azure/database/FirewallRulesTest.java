package io.nephoscope.azure.database;

import static io.nephoscope.azure.Given.denied;
import static io.nephoscope.azure.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirewallRulesTest {
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
        "20.0.0.0-20.255.255.255, false",
        "10.0.0.0-11.0.0.1, false",
        "203.0.113.0-203.0.113.255, false",
        "0.0.0.0-0.0.0.0, false"
    })
    void theInternetIsLetInHoweverTheRangesAreCut(String ranges, boolean admitted) {
        assertThat(FirewallRules.admitTheInternet(rules(ranges)).toField()).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "0.0.0.0-0.0.0.0, true",
        "203.0.113.0-203.0.113.255 0.0.0.0-0.0.0.0, true",
        "0.0.0.0-255.255.255.255, false",
        "0.0.0.0-0.0.0.1, false"
    })
    void allOfAzureIsLetInByOneRangeOfNothing(String ranges, boolean admitted) {
        assertThat(FirewallRules.admitAllOfAzure(rules(ranges)).toField()).isEqualTo(admitted);
    }

    @Test
    void rulesThatWereNotListedAreNotGuessed() {
        Unknown denied = denied("Microsoft.Sql:FirewallRules_ListByServer");
        assertThat(FirewallRules.admitTheInternet(denied).toField()).isEqualTo(denied);
        assertThat(FirewallRules.admitAllOfAzure(denied).toField()).isEqualTo(denied);
    }

    @ParameterizedTest
    @CsvSource({"nowhere-nowhere", "1.2.3.4-1.2.3.3", "::-ffff::", "0.0.0.0/0-0.0.0.0/0"})
    void aRangeThatIsNoneIsAnError(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> FirewallRules.admitTheInternet(rules(range)));
    }
}
