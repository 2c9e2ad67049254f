"""How synthetic workbooks spell labels, titles, periods and numbers."""

from decimal import Decimal

from model.period import Period

INDUSTRY: dict[str, tuple[str, str]] = {
    "A": ("Pertanian, Kehutanan, dan Perikanan", "Agriculture, Forestry, and Fishing"),
    "A.1": ("Pertanian, Peternakan, Perburuan dan Jasa Pertanian", ""),
    "A.1.a": ("Tanaman Pangan", ""), "A.1.b": ("Tanaman Hortikultura Semusim", ""),
    "A.1.c": ("Perkebunan Semusim", ""), "A.1.d": ("Tanaman Hortikultura Tahunan dan Lainnya", ""),
    "A.1.e": ("Perkebunan Tahunan", ""), "A.1.f": ("Peternakan", ""),
    "A.1.g": ("Jasa Pertanian dan Perburuan", ""),
    "A.2": ("Kehutanan dan Penebangan Kayu", ""), "A.3": ("Perikanan", ""),
    "B": ("Pertambangan dan Penggalian", "Mining and Quarrying"),
    "B.1": ("Pertambangan Minyak, Gas dan Panas Bumi", ""), "B.2": ("Pertambangan Batubara dan Lignit", ""),
    "B.3": ("Pertambangan Bijih Logam", ""), "B.4": ("Pertambangan dan Penggalian Lainnya", ""),
    "C": ("Industri Pengolahan", "Manufacturing"),
    "C.1": ("Industri Batubara dan Pengilangan Migas", ""), "C.2": ("Industri Makanan dan Minuman", ""),
    "C.3": ("Pengolahan Tembakau", ""), "C.4": ("Industri Tekstil dan Pakaian Jadi", ""),
    "C.5": ("Industri Kulit, Barang dari Kulit dan Alas Kaki", ""),
    "C.6": ("Industri Kayu, Barang dari Kayu dan Gabus dan Barang Anyaman dari Bambu, Rotan dan Sejenisnya", ""),
    "C.7": ("Industri Kertas dan Barang dari Kertas, Percetakan dan Reproduksi Media Rekaman", ""),
    "C.8": ("Industri Kimia, Farmasi dan Obat Tradisional", ""),
    "C.9": ("Industri Karet, Barang dari Karet dan Plastik", ""),
    "C.10": ("Industri Barang Galian bukan Logam", ""), "C.11": ("Industri Logam Dasar", ""),
    "C.12": ("Industri Barang dari Logam, Komputer, Barang Elektronik, Optik dan Peralatan Listrik", ""),
    "C.13": ("Industri Mesin dan Perlengkapan YTDL", ""), "C.14": ("Industri Alat Angkutan", ""),
    "C.15": ("Industri Furnitur", ""),
    "C.16": ("Industri Pengolahan Lainnya; Jasa Reparasi dan Pemasangan Mesin dan Peralatan", ""),
    "D": ("Pengadaan Listrik dan Gas", "Electricity and Gas"),
    "D.1": ("Ketenagalistrikan", ""), "D.2": ("Pengadaan Gas dan Produksi Es", ""),
    "E": ("Pengadaan Air, Pengelolaan Sampah, Limbah dan Daur Ulang",
          "Water Supply; Sewerage, Waste Management, and Remediation Activities"),
    "F": ("Konstruksi", "Construction"),
    "G": ("Perdagangan Besar dan Eceran; Reparasi Mobil dan Sepeda Motor",
          "Wholesale and Retail Trade; Repair of Motor Vehicles and Motorcycles"),
    "G.1": ("Perdagangan Mobil, Sepeda Motor dan Reparasinya", ""),
    "G.2": ("Perdagangan Besar dan Eceran, Bukan Mobil dan Sepeda Motor", ""),
    "H": ("Transportasi dan Pergudangan", "Transportation and Storage"),
    "H.1": ("Angkutan Rel", ""), "H.2": ("Angkutan Darat", ""), "H.3": ("Angkutan Laut", ""),
    "H.4": ("Angkutan Sungai, Danau dan Penyeberangan", ""), "H.5": ("Angkutan Udara", ""),
    "H.6": ("Pergudangan dan Jasa Penunjang Angkutan; Pos dan Kurir", ""),
    "I": ("Penyediaan Akomodasi dan Makan Minum", "Accommodation and Food Service Activities"),
    "I.1": ("Penyediaan Akomodasi", ""), "I.2": ("Penyediaan Makan Minum", ""),
    "J": ("Informasi dan Komunikasi", "Information and Communication"),
    "K": ("Jasa Keuangan dan Asuransi", "Financial and Insurance Activities"),
    "K.1": ("Jasa Perantara Keuangan", ""), "K.2": ("Asuransi dan Dana Pensiun", ""),
    "K.3": ("Jasa Keuangan Lainnya", ""), "K.4": ("Jasa Penunjang Keuangan", ""),
    "L": ("Real Estat", "Real Estate Activities"), "MN": ("Jasa Perusahaan", "Business Activities"),
    "O": ("Administrasi Pemerintahan, Pertahanan dan Jaminan Sosial Wajib",
          "Public Administration and Defence; Compulsory Social Security"),
    "P": ("Jasa Pendidikan", "Education"),
    "Q": ("Jasa Kesehatan dan Kegiatan Sosial", "Human Health and Social Work Activities"),
    "RSTU": ("Jasa Lainnya", "Other Services Activities"),
    "PRIMARY": ("Primer", "Primary"), "SECONDARY": ("Sekunder", "Secondary"), "TERTIARY": ("Tersier", "Tertiary"),
    "TOTAL": ("Produk Domestik Regional Bruto", "Gross Regional Domestic Product"),
    "HH": ("Pengeluaran Konsumsi Rumah Tangga", "Household Final Consumption Expenditure"),
    "HH.a": ("Makanan, Minuman, dan Rokok", ""), "HH.b": ("Pakaian dan Alas Kaki", ""),
    "HH.c": ("Perumahan, Perkakas, Perlengkapan & Penyelenggaraan RT", ""), "HH.d": ("Kesehatan dan Pendidikan", ""),
    "HH.e": ("Transportasi, Komunikasi, Rekreasi, dan Budaya", ""), "HH.f": ("Hotel dan Restoran", ""),
    "HH.g": ("Lainnya", ""),
    "NPISH": ("Pengeluaran Konsumsi LNPRT", "NPISH Final Consumption Expenditure"),
    "GOV": ("Pengeluaran Konsumsi Pemerintah", "Government Final Consumption Expenditure"),
    "GFCF": ("Pembentukan Modal Tetap Bruto", "Gross Fixed Capital Formation"),
    "GFCF.a": ("Bangunan", ""), "GFCF.b": ("Non-Bangunan", ""),
    "INV": ("Perubahan Inventori", "Changes in Inventories"),
    "EXP": ("Ekspor Barang dan Jasa", "Exports of Goods and Services"),
    "IMP": ("Dikurangi: Impor Barang dan Jasa", "Less: Imports of Goods and Services"),
    "NX": ("Net Ekspor Barang dan Jasa", "Net Exports of Goods and Services"),
}  # fmt: skip

REGIONS = {
    "12": "Provinsi Sumatera Utara", "1275": "Kota Medan", "1207": "Kabupaten Labuhanbatu", "1276": "Kota Binjai",
    "1212": "Kabupaten Deli Serdang", "1271": "Kota Sibolga", "1201": "Kabupaten Nias",
}  # fmt: skip
IN_TABLES = {
    "12": "SUMATERA UTARA", "1275": "Kota Medan", "1207": "Labuhan Batu", "1276": "Kota Binjai", "1212": "Deli Serdang",
    "1271": "Kota Sibolga", "1201": "Nias",
}  # fmt: skip
UNITS = {"idr": "Rupiah", "thousand_idr": "Ribu Rupiah", "million_idr": "Juta Rupiah", "billion_idr": "Miliar Rupiah",
         "trillion_idr": "Triliun Rupiah"}  # fmt: skip
FACTORS = {"idr": Decimal(10) ** 9, "thousand_idr": Decimal(10) ** 6, "million_idr": Decimal(1000),
           "billion_idr": Decimal(1), "trillion_idr": Decimal("0.001")}  # fmt: skip
BASES = {"current": "Atas Dasar Harga Berlaku", "constant_2010": "Atas Dasar Harga Konstan 2010"}
ROMAN = ("I", "II", "III", "IV")


def code(item: str) -> str:
    """The code of a category as it is printed: `M,N`, `R,S,T,U`."""
    return {"MN": "M,N", "RSTU": "R,S,T,U"}.get(item, item)


def label(item: str, style: str) -> str:
    """A label in Indonesian, English where there is one, both, or letter-spaced."""
    indonesian, english = INDUSTRY[item]
    if style == "en" and english:
        return english
    if style == "both" and english:
        return f"{indonesian}/\n{english}"
    if style == "spaced" and "," not in indonesian and len(indonesian) < 20:
        return " ".join(indonesian.replace(" ", "\u00a0"))
    return indonesian


def number(value: Decimal, number_format: str) -> str:
    """A number as text, 1.234,56 or 1,234.56, with all its decimals."""
    text = f"{value:,f}"
    return text.translate(str.maketrans(",.", ".,")) if number_format == "id" else text


def mark(year: int, marks: tuple[tuple[int, str], ...]) -> str:
    """The mark that stands on a year."""
    return dict(marks).get(year, "")


def status(period: Period, marks: tuple[tuple[int, str], ...]) -> str:
    """The status that the marks of a table give a period."""
    if not marks:
        return "unknown"
    names = {"": "final", "*": "preliminary", "**": "very_preliminary", "***": "very_preliminary"}
    return names[mark(period.year, marks)]
