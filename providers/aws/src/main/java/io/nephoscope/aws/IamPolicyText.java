package io.nephoscope.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.doc.DocJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy document of IAM that grants what some operations need, and nothing else. */
final class IamPolicyText {
    private static final String ASSUME = RoleSource.ASSUME.operation().permission();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private IamPolicyText() {}

    /**
     * The document; empty where nothing needs to be granted.
     *
     * @param role which may be assumed, for whoever assumes it: a statement of its own, which the role itself does not need
     */
    static Optional<String> granting(Collection<Operation> operations, Optional<String> role) {
        List<String> reads = operations.stream()
                .map(Operation::permission)
                .filter(permission -> !permission.isEmpty() && !permission.equals(ASSUME))
                .distinct()
                .sorted()
                .toList();
        List<Map<String, Object>> statements = new ArrayList<>();
        if (!reads.isEmpty()) {
            statements.add(statement("NephoscopeReads", reads, "*"));
        }
        role.ifPresent(arn -> statements.add(statement("NephoscopeAssumesItsRole", List.of(ASSUME), arn)));
        return statements.isEmpty() ? Optional.empty() : Optional.of(json(statements));
    }

    private static Map<String, Object> statement(String id, List<String> actions, String resource) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", id);
        statement.put("Effect", "Allow");
        statement.put("Action", actions);
        statement.put("Resource", resource);
        return statement;
    }

    private static String json(List<Map<String, Object>> statements) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", "2012-10-17");
        document.put("Statement", statements);
        try {
            return MAPPER.writer(DocJson.layout()).writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }
}
