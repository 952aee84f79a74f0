package org.rayonka.gateway.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the OpenAPI documents of services into one. What is there already stays; what has
 * the same name and another meaning gets the service's name in front.
 */
final class MergedDocument {

	private static final List<String> OUTSIDE = List.of("/api/", "/media/");

	private static final String COMPONENTS = "components";

	private static final String OPERATION_ID = "operationId";

	private final ObjectNode document;

	private final List<String> operationIds = new ArrayList<>();

	MergedDocument(ObjectNode own) {
		this.document = own.deepCopy();
		this.operationIds.addAll(own.path("paths").findValuesAsString(OPERATION_ID));
	}

	/**
	 * Takes in what a service offers to the outside.
	 * @param service its name
	 * @param described its document
	 */
	void add(String service, ObjectNode described) {
		ObjectNode addition = described.deepCopy();
		if (addition.get(COMPONENTS) instanceof ObjectNode components) {
			components.remove("securitySchemes");
			components.properties()
				.forEach((section) -> addComponents(service, section.getKey(), section.getValue(), addition));
		}
		addition.path("paths").properties().forEach((path) -> addPath(service, path.getKey(), path.getValue()));
		addTags(addition.path("tags"));
	}

	/**
	 * Marks services whose part is missing or old.
	 * @param field of the document's info
	 * @param services their names, none of which is not marked
	 */
	void mark(String field, List<String> services) {
		if (!services.isEmpty()) {
			ArrayNode names = this.document.withObject("/info").putArray(field);
			services.forEach(names::add);
		}
	}

	ObjectNode document() {
		return this.document;
	}

	private void addComponents(String service, String section, JsonNode additions, ObjectNode addition) {
		ObjectNode known = this.document.withObject("/" + COMPONENTS + "/" + section);
		Map<String, JsonNode> entries = new java.util.TreeMap<>();
		additions.properties().forEach((entry) -> entries.put(entry.getKey(), entry.getValue()));
		entries.forEach((name, value) -> {
			String free = name;
			if (known.has(name) && !known.get(name).equals(value)) {
				free = Character.toUpperCase(service.charAt(0)) + service.substring(1) + name;
				rename(addition, "#/components/%s/%s".formatted(section, name),
						"#/components/%s/%s".formatted(section, free));
			}
			known.set(free, value);
		});
	}

	private void addPath(String service, String path, JsonNode item) {
		if (OUTSIDE.stream().noneMatch(path::startsWith)) {
			return;
		}
		item.forEach((operation) -> {
			if (operation instanceof ObjectNode node && node.has(OPERATION_ID)) {
				String id = node.get(OPERATION_ID).asString();
				String free = this.operationIds.contains(id) ? service + "-" + id : id;
				this.operationIds.add(free);
				node.put(OPERATION_ID, free);
			}
		});
		ObjectNode paths = this.document.withObject("/paths");
		if (paths.get(path) instanceof ObjectNode known && item instanceof ObjectNode more) {
			known.setAll(more);
		}
		else {
			paths.set(path, item);
		}
	}

	private void addTags(JsonNode additions) {
		ArrayNode tags = this.document.withArray("/tags");
		additions.forEach((tag) -> {
			if (!tags.findValuesAsString("name").contains(tag.path("name").asString())) {
				tags.add(tag);
			}
		});
	}

	private static void rename(JsonNode node, String from, String to) {
		if (node instanceof ObjectNode object && object.path("$ref").isString()
				&& object.path("$ref").asString().equals(from)) {
			object.put("$ref", to);
		}
		node.forEach((child) -> rename(child, from, to));
	}

}
