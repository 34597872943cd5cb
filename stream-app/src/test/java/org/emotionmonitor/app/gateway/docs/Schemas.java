package org.emotionmonitor.app.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks JSON against the schemas in {@code docs/}. Knows just the words that those use: $ref,
 * type, const, enum, required, properties, additionalProperties, items, oneOf.
 */
public final class Schemas {
  private static final Path DOCS = Path.of("..", "docs");
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Map<String, JsonNode> files = new TreeMap<>();

  JsonNode file(String name) {
    return files.computeIfAbsent(
        name,
        n -> {
          try {
            return YAML.readTree(DOCS.resolve(n).toFile());
          } catch (IOException e) {
            throw new AssertionError("docs/" + n + " cannot be read", e);
          }
        });
  }

  /** What is wrong with {@code json}; empty if it is as {@code schema} of {@code file} says. */
  public List<String> check(String file, String schema, JsonNode json) {
    List<String> wrong = new ArrayList<>();
    check(file, resolve(file, "#/components/schemas/" + schema), json, schema, wrong);
    return wrong;
  }

  /** What is wrong with {@code json} under {@code schema}, which stands in {@code file}. */
  List<String> checkWith(String file, JsonNode schema, JsonNode json) {
    List<String> wrong = new ArrayList<>();
    check(file, schema, json, "answer", wrong);
    return wrong;
  }

  private JsonNode resolve(String file, String ref) {
    JsonNode found = file(file).at(ref.substring(ref.indexOf('#') + 1));
    if (found.isMissingNode()) {
      throw new AssertionError("docs/%s has no %s".formatted(file, ref));
    }
    return found;
  }

  private void check(String file, JsonNode schema, JsonNode json, String at, List<String> wrong) {
    if (schema.has("$ref")) {
      String ref = schema.path("$ref").asText();
      String in = ref.startsWith("#") ? file : ref.substring(0, ref.indexOf('#'));
      check(in, resolve(in, ref), json, at, wrong);
      return;
    }
    if (schema.has("oneOf")) {
      oneOf(file, schema.path("oneOf"), json, at, wrong);
      return;
    }
    if (schema.has("type") && !hasType(schema.path("type"), json)) {
      wrong.add("%s is %s, not %s".formatted(at, json.getNodeType(), schema.path("type")));
      return;
    }
    if (schema.has("const") && !schema.path("const").equals(json)) {
      wrong.add("%s is %s, not %s".formatted(at, json, schema.path("const")));
    }
    if (schema.has("enum") && !anyEquals(schema.path("enum"), json)) {
      wrong.add("%s is %s, not one of %s".formatted(at, json, schema.path("enum")));
    }
    if (json.isObject()) {
      object(file, schema, json, at, wrong);
    }
    for (int i = 0; json.isArray() && i < json.size(); i++) {
      check(file, schema.path("items"), json.path(i), at + "[" + i + "]", wrong);
    }
  }

  private void object(String file, JsonNode schema, JsonNode json, String at, List<String> wrong) {
    for (JsonNode name : schema.path("required")) {
      if (!json.has(name.asText())) {
        wrong.add("%s lacks %s".formatted(at, name.asText()));
      }
    }
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      String inside = at + "." + field.getKey();
      JsonNode known = schema.path("properties").path(field.getKey());
      JsonNode others = schema.path("additionalProperties");
      if (!known.isMissingNode()) {
        check(file, known, field.getValue(), inside, wrong);
      } else if (others.isObject()) {
        check(file, others, field.getValue(), inside, wrong);
      } else if (!others.asBoolean(false)) {
        wrong.add(inside + " is not described");
      }
    }
  }

  private void oneOf(String file, JsonNode schemas, JsonNode json, String at, List<String> wrong) {
    List<String> all = new ArrayList<>();
    for (JsonNode schema : schemas) {
      List<String> mine = new ArrayList<>();
      check(file, schema, json, at, mine);
      if (mine.isEmpty()) {
        return;
      }
      all.addAll(mine);
    }
    wrong.add("%s is none of those allowed: %s".formatted(at, all));
  }

  private static boolean anyEquals(JsonNode values, JsonNode json) {
    for (JsonNode value : values) {
      if (value.equals(json)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasType(JsonNode type, JsonNode json) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (hasType(one, json)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> json.isObject();
      case "array" -> json.isArray();
      case "string" -> json.isTextual();
      case "integer" -> json.isIntegralNumber();
      case "number" -> json.isNumber();
      case "boolean" -> json.isBoolean();
      case "null" -> json.isNull();
      default -> throw new AssertionError("type " + type + " is not known here");
    };
  }
}
