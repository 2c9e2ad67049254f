"""Labels and regions as offices write them."""

import pytest

from data import labels, places


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Pertanian, Kehutanan, dan Perikanan/Agriculture, Forestry &Fishing", "A"),
        ("A Pertanian, Kehutanan dan Perikanan", "A"),
        ("  Real\u00a0Estate ", "L"),
        ("M,N. Jasa Perusahaan. ", "MN"),
        ("R,S,T,U", "RSTU"),
        ("A. 1. a. Tanaman Pangan ", "A.1.a"),
        ("C. 01. Industri Batubara dan Pengilangan Migas", "C.1"),
        ("K o n s t r u k s i", "F"),
        ("G. Perdagangan Besar dan Eceran;", "G"),
        ("P D R B", "TOTAL"),
        ("PRODUK DOMESTIK REGIONAL BRUTO TANPA MIGAS", "TOTAL_NONMIGAS"),
        ("<b>Industri&nbsp;Pengolahan</b>", "C"),
        ("Sektor Primer", "PRIMARY"),
    ],
)
def test_industry_of_a_label(text: str, item: str) -> None:
    assert labels.find(text, "production") == item


@pytest.mark.parametrize("text", ["Ekonomi Kreatif dan Digital", "P. Ekonomi Kreatif dan Digital", "A. Konstruksi", ""])
def test_label_that_names_no_industry_is_unknown(text: str) -> None:
    assert labels.find(text, "production") is None


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("1. Pengeluaran Konsumsi Rumah Tangga (1.a. s/d 1.g.)", "HH"),
        ("  4.b. Non-Bangunan", "GFCF.b"),
        ("6. Net Ekspor Barang dan Jasa", "NX"),
        ("Dikurangi: Impor Barang dan Jasa", "IMP"),
    ],
)
def test_component_of_a_label(text: str, item: str) -> None:
    assert labels.find(text, "expenditure") == item


def test_nearest_industry_of_a_misspelt_label() -> None:
    assert labels.nearest("Jasa Pendidikn", "production")[0] == "P"


def test_the_two_code_systems_name_different_regions() -> None:
    assert places.of_code("1201") == places.Place("1201")
    assert places.of_code("12.01") == places.Place("1204", kemendagri=True)
    assert places.of_label("1271 Kota Medan") == places.Place("1275", kemendagri=True)


def test_regions_in_a_title() -> None:
    assert places.most_specific(places.named("PDRB Kota Medan, Provinsi Sumatera Utara")) == "1275"
    assert places.most_specific(places.named("PDRB Menurut Kabupaten/Kota")) is None
    assert places.unknown("PDRB Kota Padang Menurut Lapangan Usaha") == "Kota Padang"
