// Oracle judges an edit of a YAML file with the parser that the collector itself uses, go.yaml.in/yaml/v3: is the file
// after the edit exactly the file before it plus what was meant to be added?
//
// It reads one JSON object a line and answers each with one JSON object a line, until its input ends.
//
// Question:
//
//	before     the file before the edit, base64
//	after      the file after the edit, base64
//	additions  a list of {document, path, yaml}
//	             document  number of the YAML document, from 0
//	             path      keys that lead to a map, or to a string that holds YAML; empty for the whole document
//	             yaml      what was added there, base64 of a YAML map
//
// Additions are put in like this: a map into a map, key by key; anything where there was nothing or null; the items of a
// list at the end of a list. A key that is there already with another kind of value is a conflict.
//
// Answer:
//
//	verdict  "equal", "different", "before-invalid", "after-invalid" or "conflict"
//	detail   where and why, not for "equal"
//
// Values are compared with their types, as the collector sees them: 0755 and 493 are equal, "1" and 1 are not.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"sort"
	"strconv"

	"go.yaml.in/yaml/v3"
)

type question struct {
	Before    []byte     `json:"before"`
	After     []byte     `json:"after"`
	Additions []addition `json:"additions"`
}

type addition struct {
	Document int      `json:"document"`
	Path     []string `json:"path"`
	YAML     []byte   `json:"yaml"`
}

type answer struct {
	Verdict string `json:"verdict"`
	Detail  string `json:"detail,omitempty"`
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	for {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if encodeErr := out.Encode(judgeLine(line)); encodeErr != nil {
				os.Exit(1)
			}
		}
		if err != nil {
			return
		}
	}
}

func judgeLine(line []byte) answer {
	var q question
	if err := json.Unmarshal(line, &q); err != nil {
		return answer{"conflict", "the question is not understood: " + err.Error()}
	}
	return judge(q)
}

func judge(q question) answer {
	expected, err := documents(q.Before)
	if err != nil {
		return answer{"before-invalid", err.Error()}
	}
	for _, a := range q.Additions {
		if err := a.putInto(expected); err != nil {
			return answer{"conflict", err.Error()}
		}
	}
	actual, err := documents(q.After)
	if err != nil {
		return answer{"after-invalid", err.Error()}
	}
	if len(expected) != len(actual) {
		return answer{"different", fmt.Sprintf("%d documents, expected %d", len(actual), len(expected))}
	}
	for i := range expected {
		if place := difference(expected[i], actual[i], "document "+strconv.Itoa(i)); place != "" {
			return answer{"different", place}
		}
	}
	return answer{Verdict: "equal"}
}

func documents(text []byte) ([]any, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	var all []any
	for {
		var document any
		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, document)
	}
}

// embedded is a string that holds YAML; what is added to it is compared as a tree, since only the editor knows its text.
type embedded struct{ tree any }

func (a addition) putInto(all []any) error {
	var added any
	if err := yaml.Unmarshal(a.YAML, &added); err != nil {
		return fmt.Errorf("the addition does not parse: %w", err)
	}
	if a.Document < 0 || a.Document >= len(all) {
		return fmt.Errorf("no document %d", a.Document)
	}
	changed, err := put(all[a.Document], a.Path, added)
	if err != nil {
		return err
	}
	all[a.Document] = changed
	return nil
}

func put(at any, path []string, added any) (any, error) {
	if len(path) > 0 {
		parent, ok := at.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("%q leads nowhere", path[0])
		}
		child, err := put(parent[path[0]], path[1:], added)
		if err != nil {
			return nil, err
		}
		parent[path[0]] = child
		return parent, nil
	}
	switch value := at.(type) {
	case string:
		var tree any
		if err := yaml.Unmarshal([]byte(value), &tree); err != nil {
			return nil, fmt.Errorf("the embedded config does not parse: %w", err)
		}
		merged, err := merge(tree, added, "")
		return embedded{merged}, err
	case embedded:
		merged, err := merge(value.tree, added, "")
		return embedded{merged}, err
	default:
		return merge(at, added, "")
	}
}

func merge(base, added any, place string) (any, error) {
	switch value := base.(type) {
	case nil:
		return added, nil
	case map[string]any:
		more, ok := added.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("a map is at %q, not a %T", place, added)
		}
		for key, item := range more {
			old, present := value[key]
			if !present {
				value[key] = item
				continue
			}
			merged, err := merge(old, item, place+"/"+key)
			if err != nil {
				return nil, err
			}
			value[key] = merged
		}
		return value, nil
	case []any:
		more, ok := added.([]any)
		if !ok {
			return nil, fmt.Errorf("a list is at %q, not a %T", place, added)
		}
		return append(value, more...), nil
	default:
		return nil, fmt.Errorf("%v is at %q already", base, place)
	}
}

// difference returns the first place where the two differ, and how; nothing if they are equal.
func difference(expected, actual any, place string) string {
	switch e := expected.(type) {
	case embedded:
		text, ok := actual.(string)
		if !ok {
			return fmt.Sprintf("%s: %T, expected a string that holds YAML", place, actual)
		}
		var tree any
		if err := yaml.Unmarshal([]byte(text), &tree); err != nil {
			return place + ": the embedded config does not parse: " + err.Error()
		}
		return difference(e.tree, tree, place+": embedded")
	case map[string]any:
		a, ok := actual.(map[string]any)
		if !ok {
			return fmt.Sprintf("%s: %T, expected a map", place, actual)
		}
		for _, key := range keys(e, a) {
			was, expectedThere := e[key]
			is, there := a[key]
			if expectedThere != there {
				return fmt.Sprintf("%s/%s: there is %t, expected %t", place, key, there, expectedThere)
			}
			if found := difference(was, is, place+"/"+key); found != "" {
				return found
			}
		}
		return ""
	case []any:
		a, ok := actual.([]any)
		if !ok {
			return fmt.Sprintf("%s: %T, expected a list", place, actual)
		}
		if len(e) != len(a) {
			return fmt.Sprintf("%s: %d items, expected %d", place, len(a), len(e))
		}
		for i := range e {
			if found := difference(e[i], a[i], place+"/"+strconv.Itoa(i)); found != "" {
				return found
			}
		}
		return ""
	default:
		// Two NaN are the same value in a file.
		if fmt.Sprintf("%T %v", expected, expected) == fmt.Sprintf("%T %v", actual, actual) || reflect.DeepEqual(expected, actual) {
			return ""
		}
		return fmt.Sprintf("%s: %T %v, expected %T %v", place, actual, actual, expected, expected)
	}
}

func keys(maps ...map[string]any) []string {
	seen := map[string]bool{}
	for _, m := range maps {
		for key := range m {
			seen[key] = true
		}
	}
	all := make([]string, 0, len(seen))
	for key := range seen {
		all = append(all, key)
	}
	sort.Strings(all)
	return all
}
