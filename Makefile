# make demo and make test do all of their own set-up.
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint lock corpus golden docs messages bench clean

$(READY): requirements.lock pyproject.toml
	python3 -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

demo: $(READY)
	rm -f demo.db demo.db-wal demo.db-shm
	$(BIN)/minutes ingest corpus/made --db demo.db
	$(BIN)/minutes check --db demo.db || [ $$? = 1 ]  # 1 says that something was found
	$(BIN)/minutes search helhedsplan --db demo.db

test: lint
	$(BIN)/pytest -n 2

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy

lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --no-emit-index-url --no-annotate --no-header \
	  pyproject.toml -o requirements.lock

corpus: $(READY)
	$(BIN)/python -m corpus.build

golden: $(READY)
	$(BIN)/python -m corpus.golden

docs: $(READY)
	$(BIN)/python -m tests.checks_page
	$(BIN)/python -m tests.criteria_page
	$(BIN)/python -m tests.consoles

messages: $(READY)
	$(BIN)/pybabel compile --directory minutes/locale --domain minutes

bench: $(READY)
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) demo.db build *.egg-info
