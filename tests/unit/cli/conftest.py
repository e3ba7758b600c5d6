"""A folder with an Act and a spec, and a way to run a command in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from redline.cli import main

ACT = """\
<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <act name="act" contains="originalVersion">
    <meta>
      <identification source="#source">
        <FRBRWork>
          <FRBRthis value="/akn/xx/act/2020-01-01/1/!main"/>
          <FRBRuri value="/akn/xx/act/2020-01-01/1"/>
          <FRBRdate date="2020-01-01" name="Generation"/>
          <FRBRauthor href="#source"/>
          <FRBRcountry value="xx"/>
        </FRBRWork>
        <FRBRExpression>
          <FRBRthis value="/akn/xx/act/2020-01-01/1/eng@2020-01-01/!main"/>
          <FRBRuri value="/akn/xx/act/2020-01-01/1/eng@2020-01-01"/>
          <FRBRdate date="2020-01-01" name="Generation"/>
          <FRBRauthor href="#source"/>
          <FRBRlanguage language="eng"/>
        </FRBRExpression>
        <FRBRManifestation>
          <FRBRthis value="/akn/xx/act/2020-01-01/1/eng@2020-01-01/!main.xml"/>
          <FRBRuri value="/akn/xx/act/2020-01-01/1/eng@2020-01-01.xml"/>
          <FRBRdate date="2020-01-01" name="Generation"/>
          <FRBRauthor href="#source"/>
        </FRBRManifestation>
      </identification>
      <lifecycle source="#source">
        <eventRef eId="eref_1" date="2020-01-01" source="#original" type="generation"/>
      </lifecycle>
      <references source="#source">
        <original eId="original" href="/akn/xx/act/2020-01-01/1/eng@2020-01-01" showAs="Original"/>
        <TLCOrganization eId="source" href="/akn/ontology/organization/xx/source" showAs="Source"/>
      </references>
    </meta>
    <preface><longTitle><p><docTitle>On Registers</docTitle></p></longTitle></preface>
    <body>
      <chapter eId="chp_1">
        <num>Chapter 1.</num>
        <heading>General provisions</heading>
        <article eId="art_1">
          <num>Article 1.</num>
          <heading>Terms</heading>
          <intro><p>In this Law:</p></intro>
          <point eId="art_1__point_1">
            <num>1)</num>
            <content><p>quota – the greatest number of entries;</p></content>
          </point>
          <point eId="art_1__point_2">
            <num>2)</num>
            <content><p>register – a list kept by an office.</p></content>
          </point>
        </article>
        <article eId="art_2">
          <num>Article 2.</num>
          <heading>The register</heading>
          <paragraph eId="art_2__para_1">
            <num>1.</num>
            <content><p>The register is kept on paper. It is open to the public.</p></content>
          </paragraph>
          <paragraph eId="art_2__para_2">
            <num>2.</num>
            <content>
              <p>The following fees are paid:</p>
              <table>
                <tr><th><p>Entry</p></th><th><p>Fee</p></th></tr>
                <tr><td><p>first</p></td><td><p>10</p></td></tr>
              </table>
            </content>
          </paragraph>
        </article>
      </chapter>
    </body>
  </act>
</akomaNtoso>
"""

SPEC = """\
redline: 1
id: registers-2026
title: Registers (Amendment) Act
language: en
enacted_as: {uri: /akn/xx/act/2026-06-01/77}
date: 2026-03-01
commencement: 2026-07-01
acts:
  registers: registers.xml
amendments:
  - act: registers
    because: Paper is going out of use.
    operations:
      - substitute: on paper
        with: in electronic form
        in: art 2 para 1
      - repeal: art 1 point 1
        commencement: 2026-09-01
      - substitute: an office
        with: the office
        in: art 1 point 2
        commencement: {event: the opening of the office}
      - omit: following
        in: art 2 para 2
        when: free-of-charge
"""

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an Act and a spec, which is also where the commands are run."""
    (tmp_path / "registers.xml").write_text(ACT, encoding="utf-8")
    (tmp_path / "spec.yaml").write_text(SPEC, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Run a command of `redline`; defects keep their traceback."""
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def broken(spec: str = SPEC) -> str:
    """The spec with a second operation that fails."""
    return spec.replace("repeal: art 1 point 1", "repeal: art 9")
