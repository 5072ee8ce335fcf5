# make run     installs what is missing, builds, and serves on http://127.0.0.1:8787
# make test    installs what the tests need, and runs every test
# make build   builds the service and its worker in release
# make lint    holds the sources against the house style
# make clean   removes what was built; the history under data/var stays

SHELL := /bin/bash
SWIFT := swift
PROGRAM := .build/release/reprise

.PHONY: run test build packages lint clean

run: build
	exec $(PROGRAM) serve

build: packages
	@scripts/build-if-changed

packages:
	@scripts/install-system-packages build run
	@scripts/fetch-packages run
	@scripts/compile-dictionary

test:
	@scripts/install-system-packages build run test
	@scripts/fetch-packages run test
	@scripts/compile-dictionary
	@scripts/prepare-tests
	@scripts/test

lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

clean:
	rm -rf .build
